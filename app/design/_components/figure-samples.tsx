import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { ProgressBar } from "@/components/ui/progress-bar";
import { Stat } from "@/components/ui/stat";
import { TextLink } from "@/components/ui/text-link";
import samples from "./samples.json";

const { figures } = samples;

export function FigureSamples() {
  return (
    <Card title={figures.card} action={<TextLink href="/design">{samples.buttons.link}</TextLink>}>
      <div className="flex flex-col gap-5">
        <div className="grid gap-4 md:grid-cols-3">
          <Stat
            label={figures.people}
            value="12.408"
            unit={figures.peopleUnit}
            cutoff={figures.cutoff}
            href="/design"
          />
          <Stat
            label={figures.doses}
            value="31.902"
            unit={figures.dosesUnit}
            cutoff={figures.cutoff}
          />
          <Stat
            label={figures.overdue}
            value="9"
            unit={figures.overdueUnit}
            cutoff={figures.cutoff}
            tone="danger"
          />
        </div>
        <ProgressBar label={figures.progress} value={640} max={1000} text={figures.progressText} />
        <DescriptionList
          items={[
            { term: figures.term, value: "TC-79-000123" },
            { term: figures.unit, value: samples.crumbs.join(" › ") },
          ]}
        />
      </div>
    </Card>
  );
}
