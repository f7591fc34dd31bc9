using GovDocFlow.Documents;
using GovDocFlow.Documents.Cases;

namespace GovDocFlow.UseCases.Demo;

/// <summary>What the officers of the demo write when they approve.</summary>
internal static class DemoOpinions
{
    /// <summary>The opinion of an officer of this role at a step of this type.</summary>
    public static string At(string stepType, Role role) => stepType switch
    {
        DepartmentHead.Type => "已审定。文稿及解读材料内容属实，经保密审查不涉及国家秘密，同意报送。",
        Countersign.Type => "同意会签。",
        SignOff.Type => "同意，印发。",
        Recheck.Type => "已复核，审批手续完备，附件齐全，格式规范，可以登记印发。",
        _ => role switch
        {
            Role.OfficeReviewer => "经核，行文确有必要，文种正确，格式规范，公开属性和解读材料同步报送，同意呈批。",
            Role.DisclosureOfficer => "经审查，不予公开或者删减的内容有法定依据，理由充分，同意。",
            Role.LegalReviewer => "经审核，制定主体、权限、程序和内容合法，未发现减损权利、增加义务的情形，同意。",
            _ => "同意。",
        },
    };
}
