export {
  type Answer,
  type AnswerFault,
  type Answers,
  askedOf,
  faultsOfAnswers,
  settled,
} from "./answers.ts";
export { answerInWords } from "./answered.tsx";
export { answersIn, type Fields, written } from "./plain.ts";
export { canonicalText } from "./canonical.ts";
export { formPaths, type FormVersion, type OfferedForms, readDefinition } from "./contract.ts";
export {
  type Choice,
  type DefinitionFault,
  type FormDefinition,
  type FormKind,
  type Question,
  type Said,
  type TalkForm,
} from "./definition.ts";
