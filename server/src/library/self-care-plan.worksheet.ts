import type { Worksheet } from './worksheet.definition.js';

export const selfCarePlan: Omit<Worksheet, 'id'> = {
  key: 'self-care-plan',
  version: 1,
  title: 'Self-care plan',
  summary: 'The smallest steps for sleep, food, rest and the things that hold you up.',
  audience: 'either',
  stages: ['stabilise', 'understand', 'repair', 'rebuild', 'part'],
  minutes: 8,
  gated: false,
  contentNote:
    'This asks how you look after yourself. Small is the point: a glass of water counts. If you have not slept or eaten for days, please tell your therapist or a doctor.',
  sections: [
    {
      key: 'steps',
      title: 'Small steps',
      intro: 'One or two areas. The smallest step you can think of.',
      fields: [
        {
          key: 'steps',
          type: 'rows',
          itemLabel: 'Step',
          label: 'What could you do for yourself?',
          hint: 'So small that you could do it on a bad day.',
          help: '“Sit by the window with tea, five minutes, no phone.” If it feels too easy, it is the right size.',
          columns: [
            {
              key: 'area',
              type: 'multi',
              label: 'What is it for?',
              options: [
                { key: 'sleep', label: 'Sleep' },
                { key: 'food', label: 'Food' },
                { key: 'movement', label: 'Moving' },
                { key: 'rest', label: 'Rest' },
                { key: 'faith', label: 'Faith or meaning' },
                { key: 'hobby', label: 'Something I like' },
                { key: 'medical', label: 'Doctor or medicine' },
              ],
            },
            { key: 'step', type: 'short', label: 'The smallest step' },
            {
              key: 'days',
              type: 'multi',
              label: 'On which days?',
              options: [
                { key: 'mon', label: 'Monday' },
                { key: 'tue', label: 'Tuesday' },
                { key: 'wed', label: 'Wednesday' },
                { key: 'thu', label: 'Thursday' },
                { key: 'fri', label: 'Friday' },
                { key: 'sat', label: 'Saturday' },
                { key: 'sun', label: 'Sunday' },
              ],
            },
            { key: 'done', type: 'checkbox', label: 'I did it at least once' },
          ],
        },
      ],
    },
    {
      key: 'help',
      title: 'What gets in the way',
      intro: 'Two questions, for you and your therapist.',
      fields: [
        {
          key: 'barrier',
          type: 'long',
          label: 'What makes it hard?',
          hint: 'Tired, alone, no time, no wish to. All of it counts.',
        },
        { key: 'help', type: 'long', label: 'What help would you like?', hint: 'From whom, and with what.' },
        {
          key: 'changed',
          type: 'multi',
          label: 'Has one of these changed a lot lately?',
          hint: 'Your therapist will ask about it.',
          intense: true,
          options: [
            { key: 'sleep', label: 'My sleep' },
            { key: 'appetite', label: 'How I eat' },
            { key: 'substances', label: 'Alcohol, drugs or pills' },
            { key: 'none', label: 'None of these' },
          ],
        },
      ],
    },
  ],
  reviewPrompts: [
    'What is the smallest step that can be done?',
    'Has sleep, appetite or substance use changed? That goes to a risk review.',
    'What changed since last time, what was left blank, and does the text show fear?',
  ],
  safetyNote: 'A marked change in sleep, appetite or use of substances goes to a risk review.',
};
