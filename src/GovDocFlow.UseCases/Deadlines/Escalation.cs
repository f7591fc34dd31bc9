using GovDocFlow.Deadlines;
using GovDocFlow.Documents;
using GovDocFlow.Storage;
using GovDocFlow.Workflows;

namespace GovDocFlow.UseCases.Deadlines;

/// <summary>Who is told of a rung, and in which words.</summary>
internal sealed class Escalation(Session session, Staff staff)
{
    /// <summary>What a rung's words say of the document.</summary>
    internal sealed record Subject
    {
        public string Title { get; init; } = "";

        public string Department { get; init; } = "";

        public string? Number { get; init; }

        public int Version { get; init; }

        public string Name => $"{Number}《{Title}》";
    }

    /// <summary>The document on which a clock hangs.</summary>
    public async Task<Subject> SubjectAsync(Guid documentId, CancellationToken cancellation) =>
        (await session.FindAsync<Subject>(
            "SELECT Title, Department, Number, Version FROM Document WHERE Id = @documentId",
            new { documentId },
            cancellation))!;

    /// <summary>Everybody whom a rung tells, each once.</summary>
    public async Task<IReadOnlyList<Officer>> ToldAsync(Rung rung, Subject subject, CancellationToken cancellation)
    {
        var told = new List<Officer>();
        foreach (var audience in rung.Tells)
        {
            // Drafters and heads are those of the document's own department; all others are the office's.
            var department = audience is "drafter" or "head" ? subject.Department : null;
            foreach (var officer in await staff.HoldersAsync(new Hold(audience, department), cancellation))
            {
                if (!told.Contains(officer))
                {
                    told.Add(officer);
                }
            }
        }

        return told;
    }

    /// <summary>The words of a rung.</summary>
    public static Sentence Words(Rung rung, Clock clock, Subject subject)
    {
        var due = clock.Deadline.DueOn.ToString("yyyy-MM-dd", null);
        var certainty = clock.Deadline.Certainty is Certainty.Provisional ? ("（暂定）", " (provisional)") : ("", "");
        var duty = clock.Part == "interpretation" ? ("解读材料", "its interpretation") : ("正文", "the document");
        return rung.Code switch
        {
            "start" => new(
                $"{subject.Name}开始计时，{duty.Item1}须于 {due}{certainty.Item1} 前公开。",
                $"The clock of {subject.Name} runs: publish {duty.Item2} by {due}{certainty.Item2}."),
            "breach" => new($"{subject.Name}逾期未公开{duty.Item1}（应于 {due}），已转督办。", $"{subject.Name} is overdue since {due}; a supervision item was opened."),
            _ when rung.Code.StartsWith("late", StringComparison.Ordinal) => new(
                $"{subject.Name}逾期仍未公开{duty.Item1}（应于 {due}）。", $"{subject.Name} is still overdue (due {due})."),
            _ => new(
                $"{subject.Name}的{duty.Item1}须于 {due}{certainty.Item1} 前公开，请抓紧办理。",
                $"Publish {duty.Item2} of {subject.Name} by {due}{certainty.Item2}."),
        };
    }

    /// <summary>The verb of a rung on the trail.</summary>
    public static string Verb(Rung rung) =>
        rung.Code == "breach" || rung.Code.StartsWith("late", StringComparison.Ordinal) ? "escalate" : "remind";
}
