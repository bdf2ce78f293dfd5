import type { Worksheet } from './worksheet.definition.js';

export const discernment: Omit<Worksheet, 'id'> = {
  key: 'discernment',
  version: 1,
  title: 'Thinking it through',
  summary:
    'Stay, leave, or not know: a quiet look at your own reasons. Nothing is added up, and no one gives you advice.',
  audience: 'either',
  stages: ['stabilise', 'understand', 'repair', 'rebuild', 'part'],
  minutes: 25,
  gated: false,
  sensitivity: 'never_shared',
  contentNote:
    'This is for you and your therapist, for good: it can never be shown to your partner. You do not have to decide anything. Not knowing is an honest place to be. If you are in danger, “Take a break” shows who you can call.',
  sections: [
    {
      key: 'reasons',
      title: 'Reasons',
      intro: 'Write what is true for you today. Both lists can be long.',
      fields: [
        {
          key: 'stay',
          type: 'rows',
          itemLabel: 'Reason',
          label: 'What speaks for staying?',
          hint: 'Nothing is counted. The number only says how much it weighs for you.',
          intense: true,
          columns: [
            { key: 'reason', type: 'short', label: 'The reason' },
            { key: 'weight', type: 'scale', label: 'How much does it weigh?', low: 'little', high: 'a great deal' },
          ],
        },
        {
          key: 'leave',
          type: 'rows',
          itemLabel: 'Reason',
          label: 'What speaks for leaving?',
          hint: 'You can write it without doing it.',
          intense: true,
          columns: [
            { key: 'reason', type: 'short', label: 'The reason' },
            { key: 'weight', type: 'scale', label: 'How much does it weigh?', low: 'little', high: 'a great deal' },
          ],
        },
        {
          key: 'see',
          type: 'rows',
          itemLabel: 'Sign',
          label: 'What would you need to see?',
          hint: 'Something that could be seen, and a day of your own choosing, if you want one.',
          help: '“That he tells me of a call before I ask, for a month.”',
          columns: [
            { key: 'what', type: 'short', label: 'What I need to see' },
            { key: 'by', type: 'date', label: 'By when, if I want a day' },
          ],
        },
      ],
    },
    {
      key: 'me',
      title: 'You',
      intro: 'Two questions that only you can answer.',
      fields: [
        {
          key: 'my-part',
          type: 'long',
          label: 'What is your own part in how the two of you are?',
          hint: 'Not in the betrayal. In the daily life of the two of you.',
          intense: true,
        },
        {
          key: 'fears',
          type: 'long',
          label: 'What are you afraid of, either way?',
          hint: 'Fears of staying, and fears of going.',
          intense: true,
        },
      ],
    },
    {
      key: 'practical',
      title: 'Practical things',
      intro: 'What would have to be thought of.',
      fields: [
        {
          key: 'practical',
          type: 'multi',
          label: 'What needs thought?',
          hint: 'Your therapist can help you find who knows about it.',
          options: [
            { key: 'housing', label: 'Where to live' },
            { key: 'money', label: 'Money' },
            { key: 'children', label: 'Children' },
            { key: 'safety', label: 'My safety' },
          ],
        },
        {
          key: 'confidence',
          type: 'scale',
          label: 'How sure do you feel that you could decide well?',
          low: 'not sure at all',
          high: 'very sure',
        },
      ],
    },
    {
      key: 'for-now',
      title: 'For now',
      intro: 'You may leave it open.',
      fields: [
        { key: 'not-deciding', type: 'checkbox', label: 'I am not deciding for now', hint: 'That is a choice too.' },
        {
          key: 'look-again',
          type: 'date',
          label: 'When would you like to look at it again?',
          hint: 'Your own day. Nobody reminds you.',
          showIf: { field: 'not-deciding', op: 'eq', value: true },
        },
      ],
    },
  ],
  reviewPrompts: [
    'What would clarity look like?',
    'Is fear deciding?',
    'Is there a plan to leave, and is it safe?',
    'No tally, no advice, no colour.',
    'What changed since last time, and what was left blank?',
  ],
  safetyNote:
    'Highest class of sensitivity: in no couple view, no joint export, no release. Never name a plan to leave in a message, a note of the couple or a notification.',
};
