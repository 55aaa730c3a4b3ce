using System.Globalization;
using CtoBot.Core.Flows;
using CtoBot.Core.Reminders;
using NodaTime;
using NodaTime.Text;

namespace CtoBot.Core.Tests.Reminders;

/// <summary>
/// A year of 500 people's mornings, in every zone that there is, with holidays and moves, held against a clock hand that goes round minute by minute.
/// </summary>
public sealed class YearOfMorningsTests
{
    private const int People = 500;
    private const int Moves = 2;
    private static readonly Instant Begin = Instant.FromUtc(2027, 1, 10, 0, 0);
    private static readonly Instant End = Begin + Duration.FromDays(366);
    private static readonly string[] Weeks = ["mon,tue,wed,thu,fri", "sun,mon,tue,wed,thu", "mon,tue,wed,thu,fri,sat,sun", "sat,sun", "tue"];

    /// <summary>Without abbreviations: a person who types "MST" means the clocks of Denver, which the zone of that name is not.</summary>
    private static readonly string[] Zones = [.. DateTimeZoneProviders.Tzdb.Ids.Where(id => id.Any(char.IsAsciiLetterLower) || id == "UTC").Order(StringComparer.Ordinal)];

    [Fact]
    public void Exactly_one_comes_on_every_working_day_at_the_right_minute()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var mornings = 0;
        for (var number = 0; number < People; number++)
        {
            var life = new Life(number);
            seen.UnionWith(life.Stays.Select(stay => stay.Zone));
            var told = life.Live().Told;
            var expected = life.WatchTheClock();
            Assert.True(expected.SequenceEqual(told.Select(due => (due.Day, due.At))), $"{life}: {Difference(expected, told)}");
            mornings += told.Count;
        }

        Assert.Equal(Zones.Length, seen.Count);
        TestContext.Current.TestOutputHelper!.WriteLine($"{mornings} mornings in {seen.Count} zones");
        Assert.True(mornings > People * 100);
    }

    private static string Difference(IReadOnlyList<(LocalDate Day, Instant At)> expected, IReadOnlyList<Due> told)
    {
        var index = expected.Zip(told).TakeWhile(pair => pair.First.Day == pair.Second.Day && pair.First.At == pair.Second.At).Count();
        return $"{told.Count} of {expected.Count}; expected {(index < expected.Count ? expected[index] : null)}, told {(index < told.Count ? told[index] : null)}";
    }

    /// <summary>One person's year: where they are from when on, and when they want what.</summary>
    private sealed class Life
    {
        private readonly int _time;
        private readonly string _week;
        private readonly HashSet<LocalDate> _holidays = [];

        public Life(int number)
        {
            // Numbers without a pattern, and the same in every run.
            uint seed = (uint)number * 2654435761u;
            int Next(int below) => (int)((seed = (seed * 1664525u) + 1013904223u) >> 8) % below;
            _time = number % 5 == 0 ? Next(180) : 240 + Next(18 * 60);
            _week = Weeks[Next(Weeks.Length)];
            for (var holiday = Next(12); holiday > 0; holiday--)
                _holidays.Add(new LocalDate(2027, 1, 10).PlusDays(Next(366)));
            Stays.Add((Begin, Zones[number]));
            for (var move = 0; move < Moves; move++)
                Stays.Add((Stays[^1].From + Duration.FromMinutes(1 + Next(150 * 24 * 60)), Zones[(People + (number * Moves) + move) % Zones.Length]));
        }

        public List<(Instant From, string Zone)> Stays { get; } = [];

        private LocalTime Time => LocalTime.Midnight.PlusMinutes(_time);

        public override string ToString() => $"{string.Join(", ", Stays)}, {Time}, {_week}";

        /// <summary>The bot's way.</summary>
        public Reminded Live()
        {
            var person = new Reminded(Stays[0].Zone, Time.ToString("HH:mm", CultureInfo.InvariantCulture), _week, InstantPattern.General.Format(Begin), "2027-01-15");
            if (_holidays.Count > 0)
                person.Submit(Verbs.Answer, FlowIds.Holidays, ("days", string.Join('\n', _holidays.Select(LocalDatePattern.Iso.Format))));
            foreach (var (from, zone) in Stays.Skip(1))
                person.RunUntil(from).Submit(Verbs.Answer, FlowIds.Setup, ("zone", zone));
            return person.RunUntil(End);
        }

        /// <summary>The plain way: at every minute, whether it is a working day that was not told of, and its time is now or was in the last six hours.</summary>
        public List<(LocalDate Day, Instant At)> WatchTheClock()
        {
            var told = new List<(LocalDate, Instant)>();
            var days = _week.Split(',').Select(day => day[..3]).ToHashSet(StringComparer.OrdinalIgnoreCase);
            var last = LocalDate.MinIsoValue;
            LocalDate day = default;
            Instant? due = null;
            for (var stay = 0; stay < Stays.Count; stay++)
            {
                var zone = DateTimeZoneProviders.Tzdb[Stays[stay].Zone];
                var until = stay + 1 < Stays.Count ? Stays[stay + 1].From : End;
                // Who moves late in the morning learns the hour from the clocks of the new place.
                (day, due) = (default, null);
                for (var now = Stays[stay].From - Duration.FromDays(1); now < until; now += Duration.FromMinutes(1))
                {
                    var local = now.ToDateTimeUtc() + zone.GetUtcOffset(now).ToTimeSpan();
                    var date = LocalDate.FromDateTime(local);
                    if (date != day)
                        (day, due) = (date, null);
                    if (local.TimeOfDay.TotalMinutes >= _time)
                        due ??= now;
                    if (date <= last || _holidays.Contains(date) || !days.Contains(local.DayOfWeek.ToString()[..3]))
                    {
                        // Nothing more happens on this date; no clock is put forward by two hours.
                        if (now >= Stays[stay].From && local.Hour < 21)
                            now += Duration.FromMinutes(59);
                        continue;
                    }

                    if (now < Stays[stay].From || due is null || now - due >= Duration.FromHours(6))
                        continue;
                    // What was past when the setup ended is not made up for.
                    if (now != Begin)
                        told.Add((date, now));
                    last = date;
                }
            }

            return told;
        }
    }
}
