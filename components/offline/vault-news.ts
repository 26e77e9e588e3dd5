const CHANNEL = "portal-vault";
const listeners = new Set<() => void>();
let channel: BroadcastChannel | null = null;

function hearOthers(): void {
  if (channel || typeof BroadcastChannel === "undefined") return;
  channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = () => {
    for (const listener of listeners) listener();
  };
}

/** Calls back whenever something was put into the vault or taken from it, in this tab or another. */
export function onVaultChange(listener: () => void): () => void {
  hearOthers();
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function tellVaultChanged(): void {
  hearOthers();
  for (const listener of listeners) listener();
  channel?.postMessage("changed");
}
