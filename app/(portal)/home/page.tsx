import type { Metadata } from "next";
import { FORCES } from "@/lib/domain/access/roles";
import { getTranslator } from "@/lib/i18n/server";
import { currentRole } from "@/lib/server/core/session";
import { AreaHome } from "./_components/area-home";
import { DigestCard } from "./_components/digest-card";
import { ForceHome } from "./_components/force-home";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator("home"))("title") };
}

/** What do I do next? One page for each kind of work. */
export default async function HomePage() {
  const role = await currentRole();
  const force = FORCES.find((one) => one === role);
  return (
    <>
      {force ? <ForceHome force={force} /> : <AreaHome role={role} />}
      <DigestCard />
    </>
  );
}
