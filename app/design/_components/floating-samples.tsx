"use client";

import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DialogButton } from "@/components/ui/dialog-button";
import { Menu, MenuItem, MenuLabel, MenuSeparator } from "@/components/ui/menu";
import { useToast } from "@/components/ui/toast";
import samples from "./samples.json";

const { floating } = samples;

/** `legend`: what the dialog holds. */
export function FloatingSamples({ legend }: { legend: ReactNode }) {
  const notify = useToast();
  return (
    <Card title={samples.sections.floating}>
      <div className="flex flex-wrap gap-3">
        <DialogButton label={floating.dialog} title={floating.dialog} icon="help" reading>
          {legend}
        </DialogButton>
        <Menu label={floating.menu} icon="more">
          <MenuLabel>{floating.menuLabel}</MenuLabel>
          <MenuItem icon="right">{floating.transfer}</MenuItem>
          <MenuItem icon="calendar" href="/design">
            {floating.hold}
          </MenuItem>
          <MenuSeparator />
          <MenuItem icon="close" danger>
            {floating.close}
          </MenuItem>
        </Menu>
        <Button onClick={() => notify({ message: floating.toast, undo: () => undefined })}>
          {floating.notify}
        </Button>
      </div>
    </Card>
  );
}
