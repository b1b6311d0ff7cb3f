import type { AssociationSettings, Person } from "./contract.ts";
import type { MeetingText } from "./meeting-contract.ts";

export interface DemoMember extends Pick<Person, "name" | "mail" | "address"> {
  /** Days ago: since when she is a member, or when she asked. */
  readonly daysAgo: number;
  /** How many years back she has paid, this one counted first: [0, 1] is this year and the last. */
  readonly paid: readonly number[];
  readonly asked?: boolean;
}

export interface DemoAssociation {
  readonly settings: AssociationSettings;
  readonly members: readonly DemoMember[];
  /** Called, some weeks ahead. */
  readonly meeting: Omit<MeetingText, "motionsUntil"> & {
    readonly inDays: number;
    readonly at: string;
    /** By whom, of the members. */
    readonly motions: readonly {
      readonly by: string;
      readonly title: string;
      readonly text: string;
    }[];
    /** So many days before it is the last for motions. */
    readonly motionDays: number;
  };
}
