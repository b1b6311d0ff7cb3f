export {
  bucketOf,
  type CountedChannel,
  type Distribution,
  type Measure,
  usualRange,
  waitingMeasure,
} from "./policy.ts";
