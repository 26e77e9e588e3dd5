import { hash } from "@node-rs/argon2";
import type pg from "pg";
import { v7 as newId } from "uuid";
import type { Role } from "@/lib/domain/access/roles";
import { foldName } from "@/lib/domain/records/full-name";
import { nationId, unitId } from "@/lib/domain/units/unit";
import { DEMONSTRATION_ACCOUNTS, DEMONSTRATION_PASSWORD } from "../demonstration";
import { DEMONSTRATION } from "../factories/synthetic/demonstration";

/** The province and the commune in which the demonstration's accounts work. */
export const PROVINCE = unitId("today", "80");
export const OTHER_PROVINCE = unitId("today", "79");
export const COMMUNE = unitId("today", "25459");

const UNIT_OF: Record<Role, string> = {
  admin: nationId("today"),
  auditor: nationId("today"),
  coordinator: PROVINCE,
  leader: PROVINCE,
  police: COMMUNE,
  health: COMMUNE,
  hamlet: COMMUNE,
};

interface NewOfficer {
  username: string;
  fullName: string;
  role: Role;
  unitId: string;
}

/** Invented people; none has the name of anyone in particular. */
const NAMES: Record<Role, string> = {
  admin: "Đỗ Quản Trị",
  auditor: "Lý Nhật Ký",
  coordinator: "Phan Điều Phối",
  leader: "Trần Lãnh Đạo",
  police: "Nguyễn Công An",
  health: "Lê Thị Y Tế",
  hamlet: "Võ Tổ Trưởng",
};

function listed(): NewOfficer[] {
  return DEMONSTRATION_ACCOUNTS.map(({ role, username }) => ({
    role,
    username,
    fullName: NAMES[role],
    unitId: UNIT_OF[role],
  }));
}

/** Every other commune of the demonstration has its officers too, so that its tasks are somebody's. */
function others(): NewOfficer[] {
  const elsewhere = DEMONSTRATION.communes.filter((code) => unitId("today", code) !== COMMUNE);
  const officers: NewOfficer[] = elsewhere.flatMap((code) =>
    (["police", "health"] as const).map((role) => ({
      role,
      username: `${role === "police" ? "congan" : "yte"}.${code}`,
      fullName: NAMES[role],
      unitId: unitId("today", code),
    })),
  );
  return [
    ...officers,
    {
      role: "coordinator",
      username: "dieuphoi.tw",
      fullName: "Hồ Trung Ương",
      unitId: nationId("today"),
    },
    // A second one at the centre: who proposes a model does not approve it.
    {
      role: "coordinator",
      username: "dieuphoi2.tw",
      fullName: "Mạc Trung Ương",
      unitId: nationId("today"),
    },
    {
      role: "coordinator",
      username: "dieuphoi.hcm",
      fullName: "Bùi Điều Phối",
      unitId: OTHER_PROVINCE,
    },
    {
      role: "leader",
      username: "lanhdao.tw",
      fullName: "Đinh Lãnh Đạo",
      unitId: nationId("today"),
    },
  ];
}

// Everybody who may approve does: a commune here has two officers, and neither approves their own work.
const INSERT = `
  insert into officer (id, username, full_name, role, unit_id, unit_path, password_hash, approver)
  select $1, $2, $3, $4::text, id, path, $6, $4::text in ('police', 'health', 'coordinator') from unit where id = $5`;

/** Makes the demonstration's officers; one password for all, printed at start. */
export async function seedOfficers(client: pg.Client): Promise<void> {
  const passwordHash = await hash(DEMONSTRATION_PASSWORD, {
    memoryCost: 19_456,
    timeCost: 2,
    parallelism: 1,
  });
  for (const { username, fullName, role, unitId: unit } of [...listed(), ...others()]) {
    await client.query(INSERT, [newId(), username, fullName, role, unit, passwordHash]);
  }
}

/** Names the commune's hamlets as its addresses do, and gives the team its own. */
export async function seedHamlets(client: pg.Client, addresses: Iterable<string>): Promise<void> {
  const names = new Map<string, number>();
  for (const address of addresses) {
    const name = address.split(",").at(-1)?.trim() ?? "";
    if (/^(Ấp|Khu phố|Thôn|Tổ dân phố) /.test(name)) names.set(name, (names.get(name) ?? 0) + 1);
  }
  const ranked = [...names].sort((a, b) => b[1] - a[1]).map(([name]) => name);
  const ids = ranked.map(() => newId());
  for (const [i, name] of ranked.entries()) {
    await client.query(
      "insert into hamlet (id, unit_id, unit_path, name, folded_name) select $1, id, path, $3, $4 from unit where id = $2",
      [ids[i], COMMUNE, name, foldName(name)],
    );
  }
  await client.query("update officer set hamlet_id = $1 where role = 'hamlet'", [ids[0]]);
}
