import { formatTime } from "@/lib/i18n/format";

interface SignInError {
  code: "wrong" | "locked" | "failed" | "unreachable";
  time: string;
  reference: string;
}

/**
 * What next-auth's answer says: "wrong", "locked:<moment>", "failed:<reference>"; anything else never
 * came from our server. `time` is the hour until which a name is locked, HH:mm.
 */
export function readSignInError(error: string | null | undefined): SignInError {
  const [code = "", ...rest] = (error ?? "").split(":");
  const detail = rest.join(":");
  if (code === "wrong") return { code, time: "", reference: "" };
  if (code === "locked") return { code, time: formatTime(detail), reference: "" };
  if (code === "failed") return { code, time: "", reference: detail };
  return { code: "unreachable", time: "", reference: "" };
}
