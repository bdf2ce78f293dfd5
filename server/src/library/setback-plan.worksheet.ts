import type { Worksheet } from './worksheet.definition.js';

export const setbackPlan: Omit<Worksheet, 'id'> = {
  key: 'setback-plan',
  version: 1,
  title: 'Setback plan',
  summary: 'A plan made on a calm day for a hard one: the signs, the first day, who to call, and what can wait.',
  audience: 'both',
  stages: ['stabilise', 'understand', 'repair', 'rebuild', 'part'],
  minutes: 25,
  gated: true,
  contentNote:
    'Setbacks are part of this. They tell you something; they do not undo what you have done. You make this plan for a hard day. Your own safety plan at the end stays with you and your therapist for good.',
  sections: [
    {
      key: 'signs',
      title: 'Early signs',
      intro: 'What you could notice before it gets hard.',
      fields: [
        {
          key: 'signs',
          type: 'rows',
          itemLabel: 'Sign',
          label: 'What are the early signs?',
          hint: 'In you, and in how the two of you are.',
          visibility: 'both_done',
          intense: true,
          help: '“I stop eating lunch.” “We talk about the children only.” Signs that others could see too.',
          columns: [
            { key: 'sign', type: 'short', label: 'The sign' },
            { key: 'seen-by', type: 'short', label: 'Who would notice it first' },
          ],
        },
        {
          key: 'kinds',
          type: 'rows',
          itemLabel: 'Kind',
          label: 'What counts as what, for you?',
          hint: 'So that you mean the same when you say it.',
          visibility: 'both_done',
          columns: [
            {
              key: 'kind',
              type: 'one',
              label: 'What is it?',
              options: [
                { key: 'pain', label: 'A wave of pain' },
                { key: 'lapse', label: 'A slip' },
                { key: 'relapse', label: 'Going back to it' },
                { key: 'limit', label: 'A boundary crossed' },
              ],
            },
            { key: 'example', type: 'short', label: 'For example' },
          ],
        },
      ],
    },
    {
      key: 'first-day',
      title: 'The first day',
      intro: 'What each of you does in the first twenty-four hours. Simple steps.',
      fields: [
        {
          key: 'steps',
          type: 'rows',
          itemLabel: 'Step',
          label: 'What do you do first?',
          hint: 'Your own steps, in order.',
          visibility: 'both_done',
          help: '“Go for a walk. Call Ana. Sleep in the small room. Talk on Thursday.”',
          columns: [
            { key: 'who', type: 'short', label: 'Who' },
            { key: 'step', type: 'short', label: 'What' },
          ],
        },
        {
          key: 'stop-talk',
          type: 'short',
          label: 'How do you stop a talk that goes wrong?',
          hint: 'A word, and for how long you part.',
          visibility: 'both_done',
        },
        {
          key: 'call',
          type: 'rows',
          itemLabel: 'Person',
          label: 'Who can be called?',
          hint: 'Each of you has people of your own.',
          visibility: 'both_done',
          columns: [
            { key: 'who', type: 'short', label: 'Who' },
            { key: 'contact', type: 'short', label: 'How to reach them' },
          ],
        },
      ],
    },
    {
      key: 'contact',
      title: 'If there was contact',
      intro: 'A short statement, if the other person got in touch or was seen. Fill it in only if it happens.',
      fields: [
        {
          key: 'contact',
          type: 'rows',
          itemLabel: 'Contact',
          by: 'involved',
          label: 'What happened?',
          hint: 'Plain facts, told within a day. New facts about the past go to your therapist first.',
          intense: true,
          columns: [
            { key: 'what', type: 'short', label: 'What it was' },
            { key: 'when', type: 'datetime', label: 'When' },
            { key: 'ended', type: 'short', label: 'How it ended' },
            { key: 'told', type: 'datetime', label: 'When I told it' },
          ],
        },
      ],
    },
    {
      key: 'pause',
      title: 'What can wait',
      intro: 'On a hard day not everything has to go on.',
      fields: [
        {
          key: 'pauses',
          type: 'multi',
          label: 'What pauses for a while?',
          visibility: 'both_done',
          options: [
            { key: 'intimacy', label: 'Closeness and sex' },
            { key: 'agreements', label: 'Talks about agreements' },
            { key: 'homework', label: 'Worksheets' },
            { key: 'plans', label: 'Plans for the future' },
            { key: 'family', label: 'Family visits' },
          ],
        },
        {
          key: 'not-today',
          type: 'long',
          label: 'What will you not decide on such a day?',
          hint: 'Such as: moving out, telling the children, a big message.',
          visibility: 'both_done',
        },
        { key: 'next-session', type: 'date', label: 'When is the next session?', visibility: 'both_done' },
      ],
    },
    {
      key: 'own-safety',
      title: 'My own safety plan',
      intro: 'For you alone. It stays with you and your therapist, whatever else is shared.',
      fields: [
        {
          key: 'afraid',
          type: 'one',
          label: 'Could a hard day become unsafe for you?',
          hint: 'Only you and your therapist see this, for good.',
          alone: true,
          sensitivity: 'never_shared',
          intense: true,
          options: [
            { key: 'no', label: 'No' },
            { key: 'perhaps', label: 'Perhaps' },
            { key: 'yes', label: 'Yes' },
            { key: 'rather-not', label: 'I would rather not say' },
          ],
        },
        {
          key: 'safety-steps',
          type: 'rows',
          itemLabel: 'Step',
          label: 'What do you do if you do not feel safe?',
          hint: 'A place to go, a person to call, what to take along.',
          alone: true,
          sensitivity: 'never_shared',
          intense: true,
          columns: [
            { key: 'step', type: 'short', label: 'What I do' },
            { key: 'who', type: 'short', label: 'Who can help' },
          ],
        },
      ],
    },
  ],
  reviewPrompts: [
    'Is this a lapse in what was done, or a wave of pain?',
    'Was it told, or found?',
    'Does each safety plan hold at night?',
    'What changed since last time, what was left blank, and does the text show fear?',
  ],
  safetyNote:
    'The safety plan of each person never goes into a shared view, print or export. A setback is information about the week, not a verdict.',
};
