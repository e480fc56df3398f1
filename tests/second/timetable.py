"""Due dates and the time of each period."""

from dates import first_period, later_period, step


class Timetable:
    """Due dates and the time of each period, worked out as far as they are asked for."""

    def __init__(self, option, start):
        self.option, self.start = option, start

    def due(self, row):
        return step(self.option.first_due, self.option.frequency, row)

    def time(self, row):
        option = self.option
        if row == 0:
            return first_period(option.basis, option.frequency, self.start, option.first_due)
        return later_period(option.basis, option.frequency, self.due(row - 1), self.due(row))

    def times(self):
        """The time of every period of a count."""
        return [self.time(row) for row in range(self.option.count)]
