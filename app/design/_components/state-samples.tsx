import { Badge } from "@/components/ui/badge";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { QuickViews } from "@/components/ui/quick-views";
import { Skeleton } from "@/components/ui/skeleton";
import { StateChip } from "@/components/ui/state-chip";
import { Steps } from "@/components/ui/steps";
import samples from "./samples.json";

const { states, buttons } = samples;
const TONES = ["neutral", "info", "waiting", "settled", "danger"] as const;
const BANNERS = ["info", "waiting", "settled", "danger"] as const;

export function StateSamples() {
  return (
    <Card title={samples.sections.states}>
      <div className="flex flex-col gap-5">
        <QuickViews
          label={states.viewsLabel}
          views={states.views.map((label, index) => ({
            href: `/design?view=${index}`,
            label,
            count: `${312 - index * 64}`,
            current: index === 0,
          }))}
        />
        <div className="flex flex-wrap gap-3">
          {TONES.map((tone) => (
            <StateChip key={tone} tone={tone}>
              {states[tone]}
            </StateChip>
          ))}
          {TONES.map((tone) => (
            <Badge key={tone} tone={tone}>
              14
            </Badge>
          ))}
        </div>
        {BANNERS.map((tone) => (
          <Banner key={tone} tone={tone} title={states.bannerTitle}>
            {states.bannerBody}
          </Banner>
        ))}
        <Steps
          current="1"
          steps={states.steps.map((label, index) => ({ id: `${index}`, label }))}
        />
        <EmptyState
          title={states.emptyTitle}
          action={<LinkButton href="/design">{buttons.link}</LinkButton>}
        >
          {states.emptyBody}
        </EmptyState>
        <Skeleton />
      </div>
    </Card>
  );
}
