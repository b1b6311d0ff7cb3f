import { dayOf } from "../calendar/index.server.ts";
import type { JourId } from "../platform/database/index.server.ts";
import type { Door } from "../platform/http/index.server.ts";
import type { ShiftAnswer } from "./policy.ts";
import { trainingDoors } from "./routes.server.ts";
import { Training, type TrainingDeps } from "./service.server.ts";

export { publishStarter } from "./starter.server.ts";

export interface OpenTraining {
  readonly doors: Door[];
  /** For shifts: whether a member may take one of that day, and if not, why. */
  mayTakeShift(
    jour: JourId,
    member: string,
    shift: { readonly day: string; readonly isShadow: boolean },
  ): Promise<ShiftAnswer>;
  /** All that is kept of her training, for her to take along. */
  everythingOf(jour: JourId, member: string): Promise<object>;
  /** The same, of an ordinary shift today. */
  mayAnswerNow(jour: JourId, member: string): Promise<boolean>;
}

export function openTraining(deps: TrainingDeps): OpenTraining {
  const training = new Training(deps);
  return {
    doors: trainingDoors(training),
    async everythingOf(jour, member) {
      const { progress, notes, certificate } = await training.mine({ jour, member });
      return { progress, notes, certificate };
    },
    async mayAnswerNow(jour, member) {
      const shift = { day: dayOf(deps.now()), isShadow: false };
      return (await training.mayTakeShift({ jour, member }, shift)).may;
    },
    mayTakeShift: (jour, member, shift) => training.mayTakeShift({ jour, member }, shift),
  };
}
