/** Which versions of a text there are, and which everybody reads. Moments are epoch milliseconds. */
export interface Standing {
  readonly latest: number;
  readonly published: number | null;
  readonly scheduled: number | null;
  readonly scheduledAt: number | null;
}

/** What everybody reads at a moment. Nothing has to happen at the time itself: whoever asks is told what holds. */
export function liveVersion({ published, scheduled, scheduledAt }: Standing, now: number) {
  return scheduledAt !== null && scheduledAt <= now ? scheduled : published;
}

/** What is still to come. */
export function ahead(standing: Standing, now: number): { version: number; at: number } | null {
  const { scheduled, scheduledAt } = standing;
  if (scheduled === null || scheduledAt === null || scheduledAt <= now) return null;
  return { version: scheduled, at: scheduledAt };
}

export type State = "draft" | "published" | "changed" | "scheduled";

/** In one word, for the list in the desk. `changed`: published, and something newer is saved. */
export function stateOf(standing: Standing, now: number): State {
  if (ahead(standing, now)) return "scheduled";
  const live = liveVersion(standing, now);
  if (live === null) return "draft";
  return live === standing.latest ? "published" : "changed";
}
