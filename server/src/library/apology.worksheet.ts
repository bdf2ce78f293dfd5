import type { Worksheet } from './worksheet.definition.js';

export const apology: Omit<Worksheet, 'id'> = {
  key: 'apology',
  version: 1,
  title: 'Apology',
  summary:
    'Find words for what you did, what it did to your partner, and what you will do now. Your therapist reads it with you before anyone else could.',
  audience: 'involved',
  stages: ['repair', 'rebuild'],
  minutes: 25,
  gated: true,
  contentNote:
    'This asks what you did and how it landed. It can bring up shame. You can stop at any point, and nothing goes anywhere until you send it. Please do not use it to tell your partner something new: bring that to your therapist first.',
  sections: [
    {
      key: 'what-i-did',
      title: 'What I did',
      intro: 'Name the acts, one at a time, in plain words. No reasons yet.',
      fields: [
        {
          key: 'acts',
          type: 'rows',
          itemLabel: 'Act',
          label: 'What did you do?',
          hint: 'One act at a time. Plain words, as if to someone who does not know you.',
          help: 'Start with “I”. “I wrote to her for four months and deleted it” says more than “things happened”.',
          visibility: 'after_review',
          intense: true,
          columns: [
            { key: 'act', type: 'long', label: 'What I did' },
            { key: 'when', type: 'short', label: 'When', hint: 'A month or a season is enough.' },
            {
              key: 'hidden',
              type: 'one',
              label: 'Is any part of this still hidden from your partner?',
              hint: 'If so, talk about it with your therapist first.',
              options: [
                { key: 'yes', label: 'Yes' },
                { key: 'no', label: 'No' },
                { key: 'unsure', label: 'I am not sure' },
              ],
            },
          ],
        },
      ],
    },
    {
      key: 'how-it-landed',
      title: 'How it landed',
      intro: 'What it has done to your partner, as far as you know.',
      fields: [
        {
          key: 'impacts',
          type: 'rows',
          itemLabel: 'Impact',
          label: 'What has this done to your partner?',
          hint: 'Take one part of their life at a time.',
          visibility: 'after_review',
          intense: true,
          columns: [
            {
              key: 'area',
              type: 'multi',
              label: 'Where it hit',
              options: [
                { key: 'safety', label: 'Feeling safe' },
                { key: 'body', label: 'Body and health' },
                { key: 'money', label: 'Money' },
                { key: 'family', label: 'Family' },
                { key: 'self-worth', label: 'Sense of worth' },
                { key: 'reality', label: 'Memory, and what was real' },
                { key: 'social', label: 'Friends and other people' },
              ],
            },
            { key: 'told', type: 'long', label: 'What my partner told me about it' },
            { key: 'understood', type: 'long', label: 'What I understand of it' },
          ],
        },
      ],
    },
    {
      key: 'responsibility',
      title: 'My part',
      intro: 'Where you stand on what you did. There may have been strain around you. The choice was yours.',
      fields: [
        {
          key: 'responsibility',
          type: 'long',
          label: 'What are you answerable for?',
          hint: 'Your choices only. What others did can wait for another page.',
          visibility: 'after_review',
          intense: true,
        },
        {
          key: 'self-check',
          type: 'multi',
          label: 'Read your words again. Which of these are true?',
          hint: 'Leave out what is not true yet. You can go back and change your words.',
          options: [
            { key: 'no-because', label: 'There is no “because” in it' },
            { key: 'no-but', label: 'There is no “but” in it' },
            { key: 'no-you', label: 'It does not say my partner made me do it' },
            { key: 'no-only', label: 'There is no “only” or “just” in it' },
          ],
        },
      ],
    },
    {
      key: 'remorse',
      title: 'Remorse',
      intro: 'What it is like for you to know this.',
      fields: [
        {
          key: 'remorse',
          type: 'long',
          label: 'What do you feel when you think of what your partner lived through?',
          hint: 'Stay with their pain. How bad you feel about yourself is for your own sessions.',
          visibility: 'after_review',
          intense: true,
        },
      ],
    },
    {
      key: 'repair',
      title: 'Repair',
      intro: 'What you could do to mend some of the harm.',
      fields: [
        {
          key: 'repairs',
          type: 'rows',
          itemLabel: 'Offer',
          label: 'What could you offer to mend?',
          hint: 'Your partner can say no to any of it.',
          visibility: 'after_review',
          columns: [
            { key: 'offer', type: 'short', label: 'What I offer' },
            { key: 'cost', type: 'short', label: 'What it asks of me' },
            {
              key: 'wanted',
              type: 'one',
              label: 'Does your partner want this?',
              options: [
                { key: 'yes', label: 'Yes, they said so' },
                { key: 'no', label: 'No' },
                { key: 'ask', label: 'I would need to ask' },
              ],
            },
          ],
        },
      ],
    },
    {
      key: 'from-now-on',
      title: 'From now on',
      intro: 'Small things you can keep doing, and that can be seen.',
      fields: [
        {
          key: 'actions',
          type: 'rows',
          itemLabel: 'Action',
          label: 'What will you do from now on?',
          hint: 'Small and sure is better than big.',
          visibility: 'after_review',
          columns: [
            { key: 'action', type: 'short', label: 'What I will do' },
            { key: 'how-often', type: 'short', label: 'When, or how often' },
            { key: 'seen', type: 'short', label: 'How it can be seen' },
            { key: 'until', type: 'date', label: 'Until when, to begin with' },
          ],
        },
      ],
    },
    {
      key: 'giving-it',
      title: 'Giving it',
      intro: 'An apology is something you give. Two last questions about how.',
      fields: [
        {
          key: 'no-demand',
          type: 'checkbox',
          label: 'I ask for nothing in return: no answer, no forgiveness, no date.',
          hint: 'Leave it empty if that is not true today.',
          visibility: 'after_review',
        },
        {
          key: 'delivery',
          type: 'one',
          label: 'How would you like to give it?',
          hint: 'Your partner may not want to receive it, now or later. That is theirs to say.',
          options: [
            { key: 'session', label: 'Read it aloud in a session' },
            { key: 'letter', label: 'As a letter' },
            { key: 'not-now', label: 'Not now' },
          ],
        },
        {
          key: 'to-therapist',
          type: 'long',
          label: 'What would you like your therapist to know about it?',
          hint: 'This stays between the two of you.',
          showIf: { field: 'delivery', op: 'eq', value: 'not-now' },
        },
      ],
    },
  ],
  reviewPrompts: [
    'Would a stranger understand from the words what was done?',
    'Is the impact in the partner’s own words, or guessed?',
    'Is there anything new in it? An apology is no place for a first telling.',
    'Who gains from giving it now?',
    'What changed since last time, what was left blank, and does the text show fear?',
  ],
  safetyNote:
    'Not where apologies tend to come before further harm. The partner may decline to receive it; note that neutrally.',
};
