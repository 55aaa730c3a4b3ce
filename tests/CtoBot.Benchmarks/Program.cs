using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using CtoBot.Benchmarks.Access;
using CtoBot.Benchmarks.Reminders;
using CtoBot.Benchmarks.Stages;
using CtoBot.Benchmarks.Turns;
using Microsoft.Extensions.Configuration;

const string Assert = "--assert";
var assert = args.Contains(Assert);
args = [.. args.Where(arg => arg != Assert)];
var settings = new ConfigurationBuilder().AddCommandLine(args).Build();
switch (args)
{
    case ["turns", ..]:
        return await TurnCommands.LoadAsync(settings) || !assert ? 0 : 1;
    case ["start", ..]:
        return await TurnCommands.StartAsync(settings) || !assert ? 0 : 1;
    case ["growth", ..]:
        return await TurnCommands.GrowthAsync(settings) || !assert ? 0 : 1;
    case ["stages", "cpu", ..]:
        await CpuTable.RunAsync(settings.GetValue("times", 3_000), settings.GetValue("only", "")!);
        return 0;
    case ["stages", ..]:
        BenchmarkRunner.Run<Stages>(DefaultConfig.Instance.AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance)));
        return 0;
    case ["reminders", "storm", ..]:
        var plan = new StormPlan(
            settings.GetValue("people", 100_000), settings.GetValue("tenants", 2_000), TimeSpan.FromSeconds(settings.GetValue("kill", 5)), TimeSpan.FromMinutes(settings.GetValue("limit", 20)));
        var storm = await Storm.RunAsync(plan, Console.Out, default);
        Console.WriteLine($"{storm}\nLoad average {File.ReadAllText("/proc/loadavg").Trim()}.");
        return storm.Problems.Any() ? 1 : 0;
    case ["reminders", "rate", ..]:
        await Rate.RunAsync(settings.GetValue("people", 20_000), settings.GetValue("scheduled", 0), settings.GetValue("connector", "loopback")!);
        return 0;
    case ["reminders", "cost", ..]:
        await Cost.RunAsync(settings.GetValue("times", 20_000));
        return 0;
    case ["flood", ..]:
        return await Flood.RunAsync(settings.GetValue("rate", 200), settings.GetValue("seconds", 60)) ? 0 : 1;
    default:
        Console.Error.WriteLine("""
            turns [--store sqlite|tables] [--runs 5] [--first 5000] [--alone 1000] [--at-once 4000] [--more 50000] [--assert]
                The published bot beside a bare endpoint: start, memory, throughput, latency, processor time. With --assert, a goal that is missed is an error.
            start [--runs 9] [--assert]
                The published bot beside a bare endpoint, started again and again: how long until it listens, and until the first reply.
            growth [--runs 5] [--turns 1000] [--people 1000000] [--assert]
                The same turn for people with 10, 1,000 and 10,000 answers, and beside up to a million others.
                All three with --published FOLDER: what was published there before is used; if nothing was, it is.
            stages
                What the parts of a turn take and allocate, by the clock.
            stages cpu [--times 3000] [--only NAME]
                The same by processor time, for a machine that is busy.
            reminders storm [--people 100000] [--tenants 2000] [--kill 5] [--limit 20]
                Everybody due in one minute, two processes of the bot on one file, a connector with every fault, one process killed
                every few seconds for at most so many minutes. Prints what is claimed and whether it holds; the exit code is 1 if something does not.
            reminders rate [--people 20000] [--scheduled 0] [--connector loopback|cards|none]
                How many reminders one instance sends on its second morning, with throttles lifted, beside so many people who are not due.
                Without a connector: what the bot's own part costs, with its cards rendered or not.
            reminders cost [--times 20000]
                What each part of a reminder costs by itself.
            flood [--rate 200] [--seconds 60]
                One person posts so much a second to a process of the bot: how long others wait, against the same time without.
            """);
        return 1;
}
