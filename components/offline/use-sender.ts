"use client";

import { useEffect, useState } from "react";
import { useOnline } from "./connection";
import { type Round, sendAlone } from "./send-visits";
import type { Vault } from "./vault";

const AGAIN_MS = 20_000;

interface Sender {
  sending: boolean;
  /** how the last round ended that this tab has made */
  last: Round | null;
}

interface SenderOf {
  officerId: string | null;
  vault: Vault | null;
  /** whether anything waits to be sent */
  waits: boolean;
}

/**
 * Sends what waits as soon as there is something and the portal can be reached, and tries again now and
 * then: a browser often doesn't notice that the connection is back.
 */
export function useSender({ officerId, vault, waits }: SenderOf): Sender {
  const online = useOnline();
  const [state, setState] = useState<Sender>({ sending: false, last: null });
  const [turn, setTurn] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a turn and a change of the connection try again
  useEffect(() => {
    if (!vault || officerId === null || !waits) return;
    const round = async () => {
      setState(({ last }) => ({ last, sending: true }));
      const last = await sendAlone(vault, officerId).catch(() => null);
      setState((state) => ({ sending: false, last: last ?? state.last }));
    };
    // Nothing stops a round halfway: what it has sent has to be kept as sent.
    if (navigator.onLine) round();
    const timer = setTimeout(() => setTurn(turn + 1), AGAIN_MS);
    return () => clearTimeout(timer);
  }, [vault, officerId, waits, online, turn]);
  return state;
}
