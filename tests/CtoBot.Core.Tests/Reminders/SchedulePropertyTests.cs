using CtoBot.Core.Reminders;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace CtoBot.Core.Tests.Reminders;

public sealed class SchedulePropertyTests
{
    private static readonly string[] Zones = ["Europe/Berlin", "America/Los_Angeles", "Asia/Tokyo", "Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Kolkata", "America/Santiago"];

    private static readonly string[] Acts =
    [
        "edit time zone", "edit morning note", "edit working days", "pause until tomorrow", "pause", "resume", "skip tomorrow", "snooze", "snooze this afternoon", "send me one now", "today", "undo",
    ];

    private static readonly string[] Answers = ["00:10", "06:30", "12:00", "23:50", "mon-fri", "mon-sun", "sat", "skip", .. Zones];

    /// <summary>Waits so many minutes, and does or answers something.</summary>
    public readonly record struct Deed(int Minutes, int What, bool Ticks);

    private static readonly Gen<Deed> Deeds =
        from minutes in Gen.Choose(0, 2000)
        from what in Gen.Choose(0, Acts.Length + Answers.Length - 1)
        from ticks in Gen.Frequency((3, Gen.Constant(true)), (1, Gen.Constant(false)))
        select new Deed(minutes, what, ticks);

    [Fact]
    public void Whatever_a_person_changes_no_day_is_told_twice_and_the_next_is_never_a_day_that_was() =>
        Prop.ForAll(
                Arb.From(Deeds.ArrayOf().Resize(30)),
                deeds =>
                {
                    var person = new Reminded();
                    foreach (var deed in deeds)
                    {
                        var later = person.Now + Duration.FromMinutes(deed.Minutes);
                        if (deed.Ticks)
                            person.RunUntil(later);
                        person.Now = Instant.Max(person.Now, later);
                        person.Say(deed.What < Acts.Length ? Acts[deed.What] : Answers[deed.What - Acts.Length]);
                        CheckNext(person);
                    }

                    var mornings = person.Told.Where(due => due.Kind == DueKind.Morning).Select(due => due.Day).ToArray();
                    Assert.Distinct(mornings);
                    Assert.Equal(mornings.Order(), mornings);
                })
            .Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    /// <summary>The next one is confirmed when its time has come, and asking later but in time gives the same one.</summary>
    private static void CheckNext(Reminded person)
    {
        if (person.Next is not { } next)
            return;
        var then = Instant.Max(person.Now, next.At);
        Assert.Equal(next, Schedule.Next(person.State, then));
        if (next.Kind == DueKind.Morning && person.State.Reminders.Sent.TryGetValue(DueKind.Morning, out var sent))
            Assert.True(next.Day > sent, $"{next} comes after that of {sent}.");
        if (next.At > person.Now)
            Assert.Equal(next, Schedule.Next(person.State, person.Now + ((next.At - person.Now) / 2)));
    }
}
