#[path = "rules/option.rs"]
mod option;
use option::*;
use quittance::engine::calendar::Frequency;
use quittance::engine::rules::*;
#[test]
fn speed() {
    let case = card().counted(Frequency::MONTHLY, 12).down("9706.43");
    let law = pack_by_id("cn-statutory").unwrap();
    let house = pack_by_id("house-card-cn").unwrap();
    let worked = quittance::agreement::work_out(&case.claim, &case.proposal).unwrap();
    let t = std::time::Instant::now();
    let mut n = 0;
    for _ in 0..20000 {
        let v = check(&[&law, &house], case.product, &case.claim, case.customer.as_ref(), &case.proposal, &worked.plan, &worked.totals);
        n += v.findings.len();
    }
    println!("check {:?} each, {} findings", t.elapsed() / 20000, n / 20000);
    let t = std::time::Instant::now();
    for _ in 0..2000 {
        std::hint::black_box(quittance::agreement::work_out(&case.claim, &case.proposal).unwrap());
    }
    println!("work_out {:?}", t.elapsed() / 2000);
    let v = check(&[&law, &house], case.product, &case.claim, case.customer.as_ref(), &case.proposal, &worked.plan, &worked.totals);
    for f in &v.findings { for l in quittance::text::Locale::ALL { println!("{} {:?} {}", f.rule.id, f.rule.severity, quittance::text::finding::sentence(l, f, case.claim.currency)); } }
}
