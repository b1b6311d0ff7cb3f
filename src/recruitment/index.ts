export {
  APPLY_PLAIN,
  SEAT_PLAIN,
  applicantPaths,
  type DemoApplication,
  recruitmentPaths,
  type RoundWords,
  VOLUNTEER_PAGE,
} from "./contract.ts";
export { starterApplication } from "./starter-form.ts";
