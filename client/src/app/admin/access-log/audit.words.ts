import type { AuditEventDto } from '../../../api/types.gen';

/** What a thing in the log is called in a sentence: one of it, as read and as changed. */
const THINGS: Record<string, string> = {
  'access-report': $localize`who opened their own work`,
  account: $localize`their own account`,
  app_user: $localize`a sign-in`,
  assignment: $localize`homework`,
  assignments: $localize`homework`,
  asked: $localize`a question they were asked`,
  audit: $localize`this log`,
  board: $localize`the board`,
  care_team: $localize`a care team`,
  'care-team': $localize`a care team`,
  client: $localize`a client's details`,
  clients: $localize`client details`,
  clinic: $localize`the practice's settings`,
  'clinic-settings': $localize`the practice's settings`,
  couple: $localize`a couple`,
  couple_partner: $localize`who belongs to a couple`,
  couples: $localize`a couple's page`,
  data_key: $localize`a key`,
  home: $localize`their own start page`,
  instruments: $localize`the list of scales`,
  listening: $localize`a piece to listen to`,
  listening_own: $localize`the words of a piece`,
  listening_turn: $localize`what was said back`,
  note: $localize`a note`,
  note_addendum: $localize`an addendum`,
  note_cosignature: $localize`a co-signature`,
  note_revision: $localize`a draft`,
  'note-revisions': $localize`earlier versions of a note`,
  notes: $localize`notes`,
  outcomes: $localize`numbers of the practice`,
  policy_signature: $localize`a signature about things told alone`,
  psychotherapy_addendum: $localize`an addendum to private notes`,
  psychotherapy_note: $localize`private notes`,
  question: $localize`a question`,
  question_answer: $localize`words for a question`,
  question_ask: $localize`a question that was passed on`,
  question_readiness: $localize`whether somebody is ready`,
  question_release: $localize`an answer told in a session`,
  questions: $localize`questions between partners`,
  record_authorisation: $localize`a signature under a request for records`,
  record_release: $localize`a list of records that go`,
  'record-releases': $localize`what a request for records would give`,
  response: $localize`their answers`,
  review: $localize`a review`,
  risk_act: $localize`what was done about a safety alert`,
  risk_alert: $localize`a safety alert`,
  'risk-alerts': $localize`a safety alert`,
  risk_entry: $localize`what raised a safety alert`,
  safety_check: $localize`a safety check`,
  'safety-checks': $localize`a safety check`,
  scale_response: $localize`answers to a scale`,
  scale_schedule: $localize`when a scale is asked`,
  scales: $localize`scales`,
  screening: $localize`a screener`,
  screenings: $localize`screeners`,
  secrets_policy: $localize`what is agreed about things told alone`,
  'secrets-policies': $localize`what is agreed about things told alone`,
  session: $localize`a session`,
  sessions: $localize`sessions`,
  'sign-off': $localize`the sign-off list`,
  staff: $localize`the list of staff`,
  submission: $localize`sent homework`,
  supervision: $localize`who supervises whom`,
  timeline: $localize`a timeline`,
  today: $localize`Today`,
  transfers: $localize`a transfer of clients`,
  worksheets: $localize`the library`,
};

const thing = (target: string): string => THINGS[target] ?? target.replaceAll(/[_-]/g, ' ');

/** What somebody did, in words: "Opened a timeline". */
export function actWords({ act, target }: Pick<AuditEventDto, 'act' | 'target'>): string {
  const what = thing(target);
  switch (act) {
    case 'read':
      return $localize`Opened ${what}:what:`;
    case 'search':
      return $localize`Searched ${what}:what:`;
    case 'own':
      return $localize`Looked at ${what}:what:`;
    case 'insert':
      return $localize`Added ${what}:what:`;
    case 'update':
      return $localize`Changed ${what}:what:`;
    case 'delete':
      return $localize`Removed ${what}:what:`;
    case 'signed in':
    case 'signed out':
      return act === 'signed in' ? $localize`Signed in` : $localize`Signed out`;
    case 'sign-in failed':
      return $localize`Could not sign in`;
    case 'refused 403':
      return $localize`Was refused: not allowed`;
    case 'refused 404':
      return $localize`Was refused: not theirs to see`;
    default:
      return $localize`Worked on ${what}:what: (${act}:act:)`;
  }
}

/** Refusals and failed sign-ins are what an admin looks at first. */
export const isUnusual = ({ act }: Pick<AuditEventDto, 'act'>): boolean =>
  act.startsWith('refused') || act === 'sign-in failed';

/** Labelled pairs behind "Details". Codes stand here, and only here. */
export function detailsOf({ id, act, target, rowIds, columns }: AuditEventDto): { label: string; value: string }[] {
  const pairs = [{ label: $localize`Entry`, value: id }];
  if (act.startsWith('refused')) pairs.push({ label: $localize`Asked for`, value: target });
  if (columns.length > 0)
    pairs.push({ label: $localize`Changed`, value: columns.map((name) => name.replaceAll('_', ' ')).join(', ') });
  if (rowIds.length > 0)
    pairs.push({ label: rowIds.length === 1 ? $localize`Record` : $localize`Records`, value: rowIds.join(', ') });
  return pairs;
}

/** What can be asked of the log; the keys are those of the server. */
export const ACTS = [
  { key: 'read', label: $localize`Opened` },
  { key: 'update', label: $localize`Changed` },
  { key: 'insert', label: $localize`Added` },
  { key: 'refused 404', label: $localize`Refused: not theirs` },
  { key: 'refused 403', label: $localize`Refused: not allowed` },
  { key: 'signed in', label: $localize`Signed in` },
  { key: 'sign-in failed', label: $localize`Could not sign in` },
];

export const SPANS = [
  { key: '1', label: $localize`Last 24 hours` },
  { key: '7', label: $localize`Last 7 days` },
  { key: '30', label: $localize`Last 30 days` },
];
