import { CSI_16, CSI_4 } from './csi.facts.js';
import { GAD_7 } from './gad.facts.js';
import { PCL_5 } from './pcl.facts.js';
import { PHQ_2, PHQ_4, PHQ_9 } from './phq.facts.js';
import type { RegistryEntry, ScoringFacts } from './scoring.definition.js';
import { ROSENBERG, WHO_5 } from './wellbeing.facts.js';

/** The scales this house can score. The wording of each comes with a file that a clinic imports. */
export const SCORED: readonly ScoringFacts[] = [PHQ_9, PHQ_2, PHQ_4, GAD_7, PCL_5, WHO_5, CSI_16, CSI_4, ROSENBERG];

/** Facts by code; undefined for a scale this house does not score. */
export const factsOf = (code: string | null): ScoringFacts | undefined => SCORED.find((each) => each.code === code);

const entry = (
  code: string,
  title: string,
  itemCount: number,
  direction: RegistryEntry['direction'],
  recallDays: number | null,
  licence: string,
  note: string,
  text: RegistryEntry['text'] = 'reference-only',
): RegistryEntry => ({ code, title, itemCount, direction, recallDays, licence, text, note });

const ASK = 'Terms not known: ask the holder first.';
const CLINICIAN = 'Entered by a clinician, who records what was done. No line over time, no change rule.';

/** Scales that are named and not scored: their keys, terms or thresholds could not be verified. */
export const REFERENCED: readonly RegistryEntry[] = [
  entry(
    'ies-r',
    'IES-R',
    22,
    'lower_better',
    7,
    'On request from its authors (D. Weiss).',
    'Any named stressful event.',
  ),
  entry(
    'k10',
    'K10',
    10,
    'lower_better',
    28,
    'Free with acknowledgement.',
    'Two codings are about: 1 to 5 and 0 to 4.',
  ),
  entry('wsas', 'WSAS', 5, 'lower_better', null, 'Listed as free.', 'Anchored to the problem named.', 'import-only'),
  entry('asq', 'Ask Suicide-Screening Questions', 5, 'none', null, 'US government work (NIMH).', CLINICIAN),
  entry('c-ssrs', 'C-SSRS screener', 6, 'none', 30, 'Free for clinical use; royalties on self-report.', CLINICIAN),
  entry('rdas', 'RDAS', 14, 'higher_better', null, ASK, 'Below 47.31 distressed; change of 11.58: Anderson 2014.'),
  entry('das-7', 'DAS-7', 7, 'higher_better', null, 'The DAS is sold by MHS.', ''),
  entry(
    'trust-scale',
    'Trust Scale',
    17,
    'higher_better',
    null,
    'Research use with citation.',
    'Two item sets are about.',
  ),
  entry('dyadic-trust', 'Dyadic Trust Scale', 8, 'higher_better', null, ASK, ''),
  entry('trim-18', 'TRIM-18', 18, 'none', null, ASK, 'For the therapist only. Never a target for forgiving.'),
  entry('ecr-rs', 'ECR-RS', 9, 'none', null, 'Free for research.', 'Not a measure of progress.'),
  entry('ecr-s', 'ECR-S', 12, 'none', null, 'Free for research.', 'Not a measure of progress.'),
  entry(
    'ors',
    'Outcome Rating Scale',
    4,
    'higher_better',
    7,
    'Software needs a licence.',
    'Only a number a therapist enters.',
  ),
  entry(
    'srs',
    'Session Rating Scale',
    4,
    'higher_better',
    null,
    'Software needs a licence.',
    'Only a number a therapist enters.',
  ),
  entry(
    'wai-sr',
    'WAI-SR',
    12,
    'higher_better',
    null,
    'Society for Psychotherapy Research; permission first.',
    'No bands.',
  ),
];
