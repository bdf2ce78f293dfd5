import type { Worksheet } from './worksheet.definition.js';

export const forgivenessReflection: Omit<Worksheet, 'id'> = {
  key: 'forgiveness-reflection',
  version: 1,
  title: 'Thoughts on forgiveness',
  summary: 'What the word means to you, and what it does not. There is no right place to be, and nothing to reach.',
  audience: 'injured',
  stages: ['rebuild', 'part'],
  minutes: 12,
  gated: false,
  contentNote:
    'This is for you. No one asks you to forgive, here or later. You can stop, skip, or say that the word has no place in your life. Your partner is not told that you have this page.',
  sections: [
    {
      key: 'word',
      title: 'The word',
      intro: 'People mean many things by it. What do you mean?',
      fields: [
        {
          key: 'meaning',
          type: 'long',
          label: 'What does the word mean to you?',
          hint: 'Or what did you learn that it means?',
          intense: true,
        },
        {
          key: 'is-not',
          type: 'multi',
          label: 'What is it not, for you?',
          options: [
            { key: 'forgetting', label: 'Forgetting' },
            { key: 'excusing', label: 'Saying it was all right' },
            { key: 'reunion', label: 'Getting back together' },
            { key: 'trust', label: 'Trust' },
          ],
        },
      ],
    },
    {
      key: 'today',
      title: 'Today',
      intro: 'Where you are now. The answers stand in no order, and none is better.',
      fields: [
        {
          key: 'today',
          type: 'one',
          label: 'Which of these comes closest today?',
          hint: 'It may be another one next week.',
          options: [
            { key: 'wondering', label: 'I wonder about it' },
            { key: 'never', label: 'It is not for me' },
            { key: 'some', label: 'Some of it, perhaps' },
            { key: 'not-thinking', label: 'I do not think about it' },
            { key: 'have', label: 'I have' },
            { key: 'not-now', label: 'Not now' },
            { key: 'rather-not', label: 'I would rather not say' },
          ],
        },
        {
          key: 'pressure',
          type: 'multi',
          label: 'Do you feel pushed by anyone?',
          intense: true,
          options: [
            { key: 'partner', label: 'My partner' },
            { key: 'family', label: 'Family' },
            { key: 'friends', label: 'Friends' },
            { key: 'faith', label: 'My faith, or people in it' },
            { key: 'therapy', label: 'Therapy' },
            { key: 'myself', label: 'Myself' },
            { key: 'no-one', label: 'No one' },
          ],
        },
        {
          key: 'needs',
          type: 'long',
          label: 'What would you need, if anything?',
          hint: 'From others, from yourself, from time. “Nothing” is an answer.',
          intense: true,
        },
      ],
    },
    {
      key: 'quiet',
      title: 'Some quiet',
      intro: 'You can ask not to be asked.',
      fields: [
        {
          key: 'quiet-weeks',
          type: 'number',
          label: 'For how many weeks shall nobody bring it up?',
          hint: 'Your therapist keeps to it. Leave it blank if it does not matter.',
          min: 1,
          max: 52,
        },
      ],
    },
  ],
  reviewPrompts: [
    'Whose wish is it?',
    'Who pushes, and does that need a word?',
    'No score, no trend, no reminder, no day by which.',
    'What was left blank, and does the text show fear?',
  ],
  safetyNote: 'Never give this at the involved partner’s request, and do not tell that partner that it was given.',
};
