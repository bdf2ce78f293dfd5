import { ISOLATION, LIVE_LOCATION, SECRETS, SURVEILLANCE } from './watches.js';
import type { Worksheet } from './worksheet.definition.js';

export const boundaryList: Omit<Worksheet, 'id'> = {
  key: 'boundary-list',
  version: 1,
  title: 'Boundary list',
  summary:
    'Say what you need for yourself to feel safer, one limit at a time. A private draft first; what to bring to your partner is decided later.',
  audience: 'both',
  stages: ['stabilise', 'understand', 'repair', 'rebuild', 'part'],
  minutes: 15,
  gated: true,
  contentNote:
    'This asks what you need in order to feel safer. You write for yourself first. Your partner sees none of this unless you say so later, together with your therapist.',
  sections: [
    {
      key: 'limits',
      title: 'My limits',
      intro:
        'A boundary says what you will and will not live with, and what you will do. It is not a way to run someone else’s day.',
      fields: [
        {
          key: 'boundaries',
          type: 'rows',
          itemLabel: 'Boundary',
          label: 'Which limits would help you feel safer?',
          hint: 'One is enough. You can add more any time.',
          help: 'Small and clear is best: something both of you could see, like “I sleep in my own room until June”.',
          intense: true,
          columns: [
            {
              key: 'area',
              type: 'one',
              label: 'What is it about?',
              options: [
                { key: 'third-party', label: 'Contact with the other person' },
                { key: 'online', label: 'Phone and online' },
                { key: 'money', label: 'Money' },
                { key: 'whereabouts', label: 'Time and whereabouts' },
                { key: 'intimacy', label: 'Closeness and sex' },
                { key: 'family', label: 'Family and friends' },
                { key: 'substances', label: 'Alcohol or drugs' },
                { key: 'work-travel', label: 'Work and travel' },
                { key: 'conflict', label: 'How we talk and argue' },
                { key: 'privacy', label: 'Privacy and space' },
                { key: 'other', label: 'Something else' },
              ],
            },
            { key: 'limit', type: 'short', label: 'The limit', hint: 'Something that could be seen or heard.' },
            {
              key: 'why',
              type: 'long',
              label: 'Why I need it',
              hint: 'For you and your therapist.',
              sensitivity: 'never_shared',
            },
            { key: 'my-part', type: 'short', label: 'What I do for it' },
            { key: 'their-part', type: 'short', label: 'What I ask my partner to do' },
            { key: 'kept', type: 'short', label: 'How we would know it is kept' },
            {
              key: 'if-not-kept',
              type: 'short',
              label: 'If it is not kept, I will…',
              hint: 'Something you would do for yourself. Not a punishment.',
            },
            { key: 'starts-on', type: 'date', label: 'From' },
            { key: 'review-on', type: 'date', label: 'Look at it again on', hint: 'Four weeks is a good start.' },
            {
              key: 'negotiable',
              type: 'one',
              label: 'Can we talk about it?',
              options: [
                { key: 'fixed', label: 'No. This one is for my safety' },
                { key: 'open', label: 'Yes, the details are open' },
              ],
            },
          ],
        },
      ],
    },
    {
      key: 'together',
      title: 'Talking about it',
      intro: 'Two short questions about bringing this up.',
      fields: [
        {
          key: 'ready',
          type: 'scale',
          label: 'How ready do you feel to talk about these limits?',
          low: 'not at all',
          high: 'fully ready',
        },
        {
          key: 'in-the-way',
          type: 'long',
          label: 'What stands in the way?',
          hint: 'You could also say this in the session.',
          showIf: { field: 'ready', op: 'lte', value: 5 },
        },
        {
          key: 'afraid',
          type: 'one',
          label: 'Are you afraid of what could happen if you say these limits out loud?',
          hint: 'Only you and your therapist see this answer.',
          intense: true,
          alone: true,
          sensitivity: 'never_shared',
          options: [
            { key: 'no', label: 'No' },
            { key: 'a-little', label: 'A little' },
            { key: 'yes', label: 'Yes' },
            { key: 'rather-not', label: 'I would rather not say' },
          ],
        },
      ],
    },
  ],
  reviewPrompts: [
    'Does each limit steer the writer, or does it control the other?',
    'Is it real enough to be kept, and could anyone tell?',
    'Is it even-handed where it should not be?',
    'What changed since last time, what was left blank, and does the text show fear?',
  ],
  safetyNote:
    'Steer away from constant tracking of a person, from cutting off family, friends or help, and from control over money or clothing. A limit on one’s own body, contact or safety needs no consent of the other.',
};

/** Asks the same, and minds what a limit must not be: a password, a place on the map, a door shut on friends or help. */
export const boundaryList2: Omit<Worksheet, 'id'> = {
  ...boundaryList,
  version: 2,
  watches: [SECRETS, LIVE_LOCATION, SURVEILLANCE, ISOLATION],
};
