import type { Form } from '../fhir/form.definition.js';
import type { ScoringFacts } from '../instruments/scoring.definition.js';
import type { Instrument } from '../instruments/tracker.definition.js';

/** A practice tracker of this house. */
export interface TrackerMeasure {
  kind: 'tracker';
  id: string;
  version: number;
  title: string;
  tracker: Instrument;
}

/** A form the clinic brought. Without `facts` nobody has said yet what its answers are worth, so it cannot be given. */
export interface FormMeasure {
  kind: 'form';
  id: string;
  version: number;
  title: string;
  form: Form;
  facts: ScoringFacts | null;
  hash: string;
}

/** A form as it is shown, and the version of it that is asked; null while none can be. */
export interface Edition {
  shown: FormMeasure;
  askedVersion: number | null;
}

export type Measure = TrackerMeasure | FormMeasure;
