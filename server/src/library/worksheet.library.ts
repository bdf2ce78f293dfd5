import { v5 } from 'uuid';
import { apology } from './apology.worksheet.js';
import { boundaryList, boundaryList2 } from './boundary-list.worksheet.js';
import { commitmentLog } from './commitment-log.worksheet.js';
import { discernment } from './discernment.worksheet.js';
import { disclosurePacing } from './disclosure-pacing.worksheet.js';
import { feelingsJournal } from './feelings-journal.worksheet.js';
import { forgivenessReflection } from './forgiveness-reflection.worksheet.js';
import { iStatement } from './i-statement.worksheet.js';
import { listeningLog } from './listening-log.worksheet.js';
import { motivations } from './motivations.worksheet.js';
import { selfCarePlan } from './self-care-plan.worksheet.js';
import { selfTrustJournal } from './self-trust-journal.worksheet.js';
import { setbackPlan } from './setback-plan.worksheet.js';
import { sharedExperiences } from './shared-experiences.worksheet.js';
import { supportMap } from './support-map.worksheet.js';
import { transparencyAgreement } from './transparency-agreement.worksheet.js';
import { triggerMap } from './trigger-map.worksheet.js';
import { weeklyCheckIn } from './weekly-check-in.worksheet.js';
import type { Worksheet } from './worksheet.definition.js';

/** Fixed for good: ids of worksheets are made under it, and rows in the database hold them. */
const NAMESPACE = '5f0f6f0e-5d8b-4c0c-9f4e-0a5f2a6f7b11';

/** The id of a version of a built-in worksheet: the same in every clinic and after every start. */
export const worksheetId = (key: string, version: number): string => v5(`worksheet ${key} ${version}`, NAMESPACE);

/** Built-in worksheets, every version that was ever given out. A new version is added, none is changed. */
export const WORKSHEETS: readonly Worksheet[] = [
  apology,
  boundaryList,
  boundaryList2,
  commitmentLog,
  discernment,
  disclosurePacing,
  feelingsJournal,
  forgivenessReflection,
  iStatement,
  listeningLog,
  motivations,
  selfCarePlan,
  selfTrustJournal,
  setbackPlan,
  sharedExperiences,
  supportMap,
  transparencyAgreement,
  triggerMap,
  weeklyCheckIn,
].map((content) => ({ id: worksheetId(content.key, content.version), ...content }));

const byId = new Map(WORKSHEETS.map((worksheet) => [worksheet.id, worksheet]));

export const worksheetById = (id: string): Worksheet | undefined => byId.get(id);

/** The newest version of each, by title: what can be given out today. */
export const CURRENT_WORKSHEETS: readonly Worksheet[] = WORKSHEETS.filter(
  ({ key, version }) => !WORKSHEETS.some((other) => other.key === key && other.version > version),
).toSorted((a, b) => a.title.localeCompare(b.title, 'en'));
