import type { Worksheet } from './worksheet.definition.js';

export const supportMap: Omit<Worksheet, 'id'> = {
  key: 'support-map',
  version: 1,
  title: 'Support map',
  summary: 'Who is there for you, what each of them may know, and whom you can call at night.',
  audience: 'either',
  stages: ['stabilise', 'understand', 'repair', 'rebuild', 'part'],
  minutes: 10,
  gated: false,
  contentNote:
    'This asks who stands by you. It can be sad to see few names; one person or one service is a start. Your partner sees none of it.',
  sections: [
    {
      key: 'people',
      title: 'People and places',
      intro: 'Friends, family, a doctor, a group, a helpline. Anyone who does you good.',
      fields: [
        {
          key: 'people',
          type: 'rows',
          itemLabel: 'Support',
          label: 'Who is there for you?',
          hint: 'One is enough to begin with.',
          help: 'Not everyone has to know everything. A neighbour who fetches the children can help without the story.',
          columns: [
            { key: 'who', type: 'short', label: 'Person or service' },
            {
              key: 'role',
              type: 'multi',
              label: 'What are they good for?',
              options: [
                { key: 'listens', label: 'Listens' },
                { key: 'practical', label: 'Helps with daily things' },
                { key: 'knows-all', label: 'Knows all of it' },
                { key: 'knows-some', label: 'Knows some of it' },
              ],
            },
            { key: 'may-tell', type: 'short', label: 'What I may tell them' },
            { key: 'contact', type: 'short', label: 'How I reach them' },
            { key: 'safe', type: 'checkbox', label: 'It is safe for me to call them' },
            {
              key: 'friend-of-both',
              type: 'checkbox',
              label: 'They are a friend of us both',
              hint: 'That can put them in a hard place.',
            },
          ],
        },
        {
          key: 'night',
          type: 'one',
          label: 'Is there someone you could call at night?',
          hint: 'If not, your therapist can help you find a service.',
          intense: true,
          options: [
            { key: 'yes', label: 'Yes' },
            { key: 'unsure', label: 'I am not sure' },
            { key: 'no', label: 'No' },
          ],
        },
      ],
    },
    {
      key: 'limits',
      title: 'Who should not know',
      intro: 'You decide who is told. This stays between you and your therapist for good.',
      fields: [
        {
          key: 'not-know',
          type: 'rows',
          itemLabel: 'Person',
          label: 'Who should not know about it?',
          hint: 'And what would happen if they did.',
          sensitivity: 'never_shared',
          intense: true,
          columns: [
            { key: 'who', type: 'short', label: 'Who' },
            { key: 'why', type: 'short', label: 'Why' },
          ],
        },
        {
          key: 'kept-away',
          type: 'one',
          label: 'Does anyone keep you from seeing people?',
          hint: 'Only you and your therapist read this.',
          sensitivity: 'never_shared',
          intense: true,
          options: [
            { key: 'no', label: 'No' },
            { key: 'sometimes', label: 'Sometimes' },
            { key: 'yes', label: 'Yes' },
            { key: 'rather-not', label: 'I would rather not say' },
          ],
        },
      ],
    },
    {
      key: 'crisis',
      title: 'In a crisis',
      intro: 'Numbers to have at hand. “Take a break” shows those of your practice as well.',
      fields: [
        {
          key: 'crisis',
          type: 'rows',
          itemLabel: 'Number',
          label: 'Whom do you call when it is too much?',
          hint: 'A helpline, a doctor, the emergency number where you live.',
          columns: [
            { key: 'who', type: 'short', label: 'Who' },
            { key: 'number', type: 'short', label: 'Number' },
          ],
        },
      ],
    },
  ],
  reviewPrompts: [
    'Is anyone safe at night?',
    'Who is a friend of both, and what does that cost them?',
    'Is the circle growing smaller, and who makes it so?',
    'What changed since last time, what was left blank, and does the text show fear?',
  ],
  safetyNote: 'When a partner cuts somebody off from others, that is a sign of control: ask about it alone.',
};
