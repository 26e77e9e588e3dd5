import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import samples from "./samples.json";

const { buttons } = samples;
const SIZES = ["sm", "md", "lg"] as const;

export function ButtonSamples() {
  return (
    <Card title={samples.sections.buttons}>
      <div className="flex flex-col gap-4">
        {SIZES.map((size) => (
          <div key={size} className="flex flex-wrap gap-3">
            <Button size={size} variant="primary">
              {buttons.primary}
            </Button>
            <Button size={size} icon="right">
              {buttons.secondary}
            </Button>
            <Button size={size} variant="quiet" icon="calendar">
              {buttons.quiet}
            </Button>
            <Button size={size} variant="danger">
              {buttons.danger}
            </Button>
            <LinkButton size={size} href="/design">
              {buttons.link}
            </LinkButton>
            <Button size={size} variant="primary" pending>
              {buttons.pending}
            </Button>
            <Button size={size} disabled>
              {buttons.disabled}
            </Button>
          </div>
        ))}
      </div>
    </Card>
  );
}
