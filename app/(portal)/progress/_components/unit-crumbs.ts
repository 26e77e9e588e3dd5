import type { Crumb } from "@/components/ui/breadcrumb";

/** The path of units from the viewer's own down to the one shown, each but the last a link. */
export function unitCrumbs(
  trail: readonly { id: string; name: string }[],
  hrefOf: (unitId: string) => string,
): Crumb[] {
  return trail.map(({ id, name }, at) =>
    at === trail.length - 1 ? { label: name } : { label: name, href: hrefOf(id) },
  );
}
