/**
 * What each format of a note asks for, in the order in which it is written and read: one place for the server, the
 * browser and paper. A field's key stays for good, since signed notes are kept under it. Knows nothing else.
 */
export interface NoteField {
  key: string;
  label: string;
  /** What belongs here, in a few words. */
  hint: string;
  /** `choice`: the key of one of `choices`; `day`: YYYY-MM-DD; `moment`: YYYY-MM-DDTHH:mm on the practice's clock. */
  kind: 'text' | 'choice' | 'day' | 'moment';
  choices?: readonly { key: string; label: string }[];
}

export interface NoteGroup {
  key: string;
  /** Empty where a form has but one group. */
  label: string;
  fields: readonly NoteField[];
}

const text = (key: string, label: string, hint = ''): NoteField => ({ key, label, hint, kind: 'text' });
const day = (key: string, label: string, hint = ''): NoteField => ({ key, label, hint, kind: 'day' });
const choice = (key: string, label: string, choices: Record<string, string>, hint = ''): NoteField => ({
  ...{ key, label, hint, kind: 'choice' },
  choices: Object.entries(choices).map(([value, words]) => ({ key: value, label: words })),
});
const group = (key: string, label: string, ...fields: NoteField[]): NoteGroup => ({ key, label, fields });
const whole = (...fields: NoteField[]): NoteGroup[] => [group('note', '', ...fields)];

const plan = text('plan', 'Plan', 'What comes next');
const assessment = text('assessment', 'Assessment', 'What you make of it');
const intervention = text('intervention', 'Intervention', 'What you did');
const response = text('response', 'Response', 'How they took it');

export const PROGRESS_FORMS = {
  soap: whole(
    text('subjective', 'Subjective', 'What they told you'),
    text('objective', 'Objective', 'What you saw and measured'),
    assessment,
    plan,
  ),
  dap: whole(text('data', 'Data', 'What was said and seen'), assessment, plan),
  birp: whole(text('behaviour', 'Behaviour', 'What they did and said'), intervention, response, plan),
  girp: whole(text('goal', 'Goal', 'What you worked towards'), intervention, response, plan),
  pirp: whole(text('problem', 'Problem', 'What you worked on'), intervention, response, plan),
  free: whole(text('text', 'Note')),
};

const couple = whole(
  text('joint', 'What both worked on', 'Said with both in the room, nothing told alone'),
  text('cycle', 'Their cycle', 'What one does, what the other then does'),
  text('stances', 'How each stood', 'By name, as things done and said'),
  text('agreements', 'Agreed', 'Who does what until when'),
  text('plan', 'Homework and next step', 'What comes next'),
  text('limits', 'Limits', 'What was left out or put off, and why'),
  text('risk', 'Safety of each', 'One line for each, as it may be said before both'),
);

const intake = [
  group(
    'reason',
    'Why they come',
    text('presenting', 'The problem in their own words'),
    choice('betrayal', 'Kind of betrayal', {
      affair: 'Sexual affair',
      emotional: 'Emotional affair',
      online: 'Online',
      money: 'Money',
      addiction: 'Hidden addiction',
      other: 'Another kind, or several',
    }),
    day('discovered', 'When it came to light'),
    choice('third_party', 'Contact with the third person now', {
      none: 'None',
      limited: 'Only what work or children need',
      ongoing: 'It goes on',
      unknown: 'Not known',
      not_applicable: 'There is no third person',
    }),
    text('history', 'How it came to this', 'What happened since, what was tried'),
  ),
  group(
    'home',
    'Relationship and family',
    text('relationship', 'Relationship', 'Its history and its form'),
    text('family', 'Family they come from'),
    text('children', 'Children', 'Ages, where they live, what they know'),
    text('circumstances', 'Housing, money, law'),
  ),
  group(
    'health',
    'Health',
    text('medical', 'Illness and medication'),
    text('substances', 'Alcohol and drugs'),
    text('trauma', 'Trauma before this'),
  ),
  group(
    'strengths',
    'Who they are',
    text('culture', 'Culture and faith'),
    text('strengths', 'Strengths'),
    text('supports', 'Who stands by them'),
  ),
  group(
    'safety',
    'Mental state and safety',
    text('mental_state', 'Mental state'),
    choice('risk_screen', 'Risk to self or others', {
      none: 'Asked, nothing found',
      found: 'Found: see the risk assessment',
      not_asked: 'Not asked yet',
    }),
    choice(
      'ipv_screen',
      'Violence and fear between partners',
      {
        none: 'Asked alone, nothing found',
        found: 'Asked alone, found',
        not_alone: 'Not asked yet: could not be seen alone',
        not_asked: 'Not asked yet',
      },
      'Each is asked alone',
    ),
    text('safety', 'More about safety', 'What was said alone does not go into a joint note'),
  ),
  group(
    'agreement',
    'Goals and consent',
    text('goals', 'Goals', 'As they would put it'),
    choice('consent', 'Consent to treatment', { signed: 'Signed', explained: 'Explained, not signed', no: 'Not yet' }),
    choice('secrets', 'Policy on secrets', {
      none: 'Signed: no secrets kept',
      limited: 'Signed: limited discretion',
      full: 'Signed: full confidentiality',
      unsigned: 'Not signed yet',
      not_applicable: 'No couple work',
    }),
  ),
  group(
    'understanding',
    'First understanding',
    text('formulation', 'Working formulation'),
    text('diagnosis', 'Diagnosis', 'Only where you make one'),
    plan,
  ),
];

const risk = [
  group('cause', 'What raised it', text('trigger', 'What raised it', 'Which answer or which words, and when')),
  group(
    'self',
    'Harm to self',
    choice('ideation', 'Thoughts', {
      none: 'None',
      passive: 'Wishes not to be alive',
      active: 'Thinks of ending their life',
      unclear: 'Not clear',
    }),
    choice('intent', 'Intent', { none: 'None', wavering: 'Wavering', present: 'Present', unclear: 'Not clear' }),
    text('method', 'Plan', 'How, when, what has been prepared'),
    text('means', 'Means', 'What is within reach, and who can put it away'),
    text('past', 'Past behaviour'),
  ),
  group(
    'signs',
    'Signs and what protects',
    text('warning_signs', 'Warning signs'),
    text('protective', 'What protects'),
  ),
  group(
    'others',
    'Others',
    text('others', 'Harm to others'),
    text('ipv', 'Violence between partners'),
    text('children', 'Children'),
  ),
  group(
    'judgement',
    'Judgement',
    text('capacity', 'Capacity to decide'),
    text('tool', 'Result of a tool', 'Which one and what it gave; it does not decide'),
    choice(
      'level',
      'Level of risk',
      { low: 'Low', raised: 'Raised', high: 'High', now: 'Danger now' },
      'Your own judgement',
    ),
  ),
  group(
    'done',
    'What was done',
    text('actions', 'Actions', 'Each with its time'),
    text('contacts', 'Contacts made'),
    choice('safety_plan', 'Safety plan', {
      made: 'Made together',
      reviewed: 'Looked at again',
      refused: 'Offered, not wanted',
      none: 'None yet',
    }),
    text('informed', 'Who was informed'),
    { key: 'review_at', label: 'Looked at again on', hint: 'Day and time', kind: 'moment' } as const,
  ),
];

const discharge = [
  group(
    'course',
    'How it went',
    day('began', 'Work began on'),
    day('ended', 'Work ended on'),
    choice('reason', 'Why it ends', {
      goals_met: 'Goals met',
      their_choice: 'They chose to end',
      moved: 'Moved away',
      referred: 'Goes on elsewhere',
      stopped: 'Stopped coming',
      other: 'Another reason',
    }),
    text('course', 'Course of the work'),
    text('scores', 'Scores, first and last', 'With what the change means'),
    text('goals_met', 'Goals', 'Met, partly met, left'),
  ),
  group(
    'after',
    'What comes after',
    text('risk_end', 'Risk at the end'),
    text('aftercare', 'Aftercare', 'What helps, what to do when it gets hard'),
    text('referrals', 'Referrals'),
    text('records', 'About the records', 'Where they are kept, how to ask for them'),
  ),
];

const contact = whole(
  text('who', 'Who', 'Name, and what they are to the person in care'),
  choice('way', 'How', { met: 'In person', video: 'By video', phone: 'By phone', written: 'In writing' }),
  choice('basis', 'On what consent', {
    written: 'Written permission',
    spoken: 'Spoken permission, noted here',
    law: 'The law asks or allows it',
    heard_only: 'None: heard only, nothing told',
  }),
  text('content', 'What was said'),
  choice('secrets', 'Does the policy on secrets cover it', {
    yes: 'Yes',
    no: 'No',
    unclear: 'Not clear: to be talked about',
    not_applicable: 'No couple work',
  }),
  text('joint_use', 'What may be used in joint work', 'And who allowed it'),
  plan,
);

/** A format that belongs to one kind of note bears its name, save `couple`, which is for joint sessions. */
export const NOTE_FORMS = { ...PROGRESS_FORMS, couple, intake, risk, discharge, contact } satisfies Record<
  string,
  readonly NoteGroup[]
>;

export const fieldsOf = (format: keyof typeof NOTE_FORMS): NoteField[] =>
  NOTE_FORMS[format].flatMap(({ fields }) => [...fields]);

const OF_ONE_KIND: readonly string[] = ['intake', 'risk', 'discharge', 'contact'];

/** The general formats serve every kind; `couple` is a session's, and the rest are of the kind they are named after. */
export const formatFits = (kind: string, format: string): boolean =>
  format === 'couple' ? kind === 'progress' : !OF_ONE_KIND.includes(format) || format === kind;
