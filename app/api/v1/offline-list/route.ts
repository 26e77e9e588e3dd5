import { answerWith, problemOf } from "@/app/api/v1/problem";
import { readRequest } from "@/app/api/v1/request";
import { currentActor } from "@/lib/server/core/session";
import { carryList, putListDown } from "@/lib/server/tasks/carry";
import { getCarriedList } from "@/lib/server/tasks/carry-queries";

/** GET /api/v1/offline-list: the list that the officer carries along, as it stands now. */
export async function GET() {
  // A script can't follow to the page where one signs in.
  if (!(await currentActor())) return problemOf({ code: "UNAUTHENTICATED" });
  return answerWith(await getCarriedList());
}

/** POST /api/v1/offline-list: takes a list along, in place of the one carried before. */
export async function POST(request: Request) {
  const asked = await readRequest(request);
  if (!asked.ok) return problemOf(asked.refusal, asked.status);
  const result = await carryList(asked.value.body);
  return result.ok ? answerWith(result.data) : problemOf(result.error);
}

/** DELETE /api/v1/offline-list: carries it no longer. */
export async function DELETE(request: Request) {
  const asked = await readRequest(request);
  if (!asked.ok) return problemOf(asked.refusal, asked.status);
  const result = await putListDown({});
  return result.ok ? answerWith(result.data) : problemOf(result.error);
}
