import { conversationDoors } from "./expected-conversations.server.ts";
import { counsellingDoors } from "./expected-counselling.server.ts";
import { custodyDoors } from "./expected-custody.server.ts";
import { associationDoors } from "./expected-association.server.ts";
import { educationDoors } from "./expected-education.server.ts";
import type { ExpectedDoors } from "./expected-door.server.ts";
import { foundingDoors } from "./expected-foundings.server.ts";
import { letterDoors } from "./expected-letters.server.ts";
import { mailDoors } from "./expected-mail.server.ts";
import { pageDoors } from "./expected-pages.server.ts";
import { peopleDoors } from "./expected-people.server.ts";
import { recordDoors } from "./expected-records.server.ts";
import { careDoors } from "./expected-care.server.ts";
import { planningDoors, superviseDoors } from "./expected-planning.server.ts";
import { plainDoors } from "./expected-plain.server.ts";
import { phoneDoors } from "./expected-phone.server.ts";
import { placeDoors } from "./expected-places.server.ts";
import { enquiryDoors } from "./expected-enquiries.server.ts";
import { recruitmentDoors } from "./expected-recruitment.server.ts";
import { trainingDoors } from "./expected-training.server.ts";

/** Every door of the house; one that is not here fails the test. */
export const expectedDoors: ExpectedDoors = {
  ...placeDoors,
  ...peopleDoors,
  ...custodyDoors,
  ...foundingDoors,
  ...conversationDoors,
  ...letterDoors,
  ...plainDoors,
  ...phoneDoors,
  ...mailDoors,
  ...counsellingDoors,
  ...planningDoors,
  ...careDoors,
  ...recordDoors,
  ...recruitmentDoors,
  ...enquiryDoors,
  ...trainingDoors,
  ...educationDoors,
  ...associationDoors,
  ...superviseDoors,
  ...pageDoors,
};
