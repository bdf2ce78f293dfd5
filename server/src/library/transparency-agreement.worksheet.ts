import { LIVE_LOCATION, SECRETS, SURVEILLANCE } from './watches.js';
import type { Worksheet } from './worksheet.definition.js';

export const transparencyAgreement: Omit<Worksheet, 'id'> = {
  key: 'transparency-agreement',
  version: 1,
  title: 'Transparency agreement',
  summary:
    'What is told, how often and in how much depth, for a set time. It lowers the not-knowing. It is not a watch kept on anyone, and each of you can end any part of it.',
  audience: 'joint',
  stages: ['understand', 'repair', 'rebuild'],
  minutes: 20,
  gated: true,
  watches: [SECRETS, LIVE_LOCATION, SURVEILLANCE],
  contentNote:
    'This asks what openness would help, and for how long. Please write no passwords and no places on a map: they are not kept here. Each of you can stop any part at any time, without a reason.',
  sections: [
    {
      key: 'first-alone',
      title: 'For yourself first',
      intro: 'A few words for you and your therapist, before anything is agreed.',
      fields: [
        {
          key: 'hope',
          type: 'long',
          label: 'What would you like openness to change for you?',
          hint: 'Think of an evening this week. What would be lighter?',
          help: '“I would not lie awake guessing where the hour after work went” says what openness is for.',
          alone: true,
          intense: true,
        },
        {
          key: 'worry',
          type: 'long',
          label: 'What worries you about it?',
          hint: 'Only you and your therapist read this.',
          alone: true,
          sensitivity: 'never_shared',
          intense: true,
        },
        {
          key: 'free-to-say-no',
          type: 'one',
          label: 'Do you feel free to say no to a part of it?',
          hint: 'Only you and your therapist read this.',
          alone: true,
          sensitivity: 'never_shared',
          options: [
            { key: 'yes', label: 'Yes' },
            { key: 'some', label: 'To some of it' },
            { key: 'no', label: 'No' },
            { key: 'rather-not', label: 'I would rather not say' },
          ],
        },
      ],
    },
    {
      key: 'smaller-ways',
      title: 'Smaller ways',
      intro: 'Some things help without handing over a key. Look at these before anything bigger.',
      fields: [
        {
          key: 'ways',
          type: 'multi',
          label: 'Which of these could be enough for now?',
          visibility: 'after_review',
          options: [
            { key: 'screen', label: 'Showing a screen in a session' },
            { key: 'calendar', label: 'A calendar you both can see' },
            { key: 'contact', label: 'Telling within a day when the other person gets in touch' },
            { key: 'therapist', label: 'A statement that the therapist holds' },
            { key: 'money', label: 'Bank statements, looked at together' },
          ],
        },
      ],
    },
    {
      key: 'what',
      title: 'What is shared',
      intro: 'One thing at a time, with an end to it. Ninety days is the longest; you can agree again.',
      fields: [
        {
          key: 'items',
          type: 'rows',
          itemLabel: 'Part',
          label: 'What will be open, and how?',
          hint: 'Two or three parts are plenty.',
          help: 'A part that helps is small and has an end: “Who is on the work trip, told on Sunday, until the trip is over.”',
          visibility: 'after_review',
          intense: true,
          columns: [
            { key: 'topic', type: 'short', label: 'What it is about' },
            { key: 'why', type: 'short', label: 'What it is for', hint: 'The worry it would lower.' },
            {
              key: 'offer',
              type: 'one',
              label: 'How will it be offered?',
              by: 'involved',
              options: [
                { key: 'unasked', label: 'I tell it without being asked' },
                { key: 'on-request', label: 'I tell it when asked' },
                { key: 'check-in', label: 'At the weekly check-in' },
                { key: 'therapist', label: 'Through our therapist' },
              ],
            },
            { key: 'often', type: 'short', label: 'How often' },
            {
              key: 'depth',
              type: 'one',
              label: 'How much of it?',
              options: [
                { key: 'fact', label: 'The fact only' },
                { key: 'summary', label: 'A short outline' },
                { key: 'detail', label: 'Details, if asked for' },
              ],
            },
            {
              key: 'ready',
              type: 'scale',
              label: 'How ready do I feel to hear this?',
              by: 'injured',
              low: 'not at all',
              high: 'fully ready',
            },
            { key: 'until', type: 'date', label: 'It ends on', hint: 'Ninety days from now at the latest.' },
            { key: 'review-on', type: 'date', label: 'We look at it again on' },
          ],
        },
      ],
    },
    {
      key: 'less',
      title: 'Less over time',
      intro: 'Openness is a support for a while. It can grow smaller as things hold.',
      fields: [
        {
          key: 'step-down',
          type: 'long',
          label: 'How could it become less, step by step?',
          hint: 'What would you do less often first?',
          visibility: 'after_review',
          help: '“After six quiet weeks, from each day to Sundays.”',
        },
        {
          key: 'revisit',
          type: 'short',
          label: 'How do you say that you want to stop or change a part?',
          hint: 'A few words are enough. No reason is needed.',
          visibility: 'after_review',
        },
      ],
    },
  ],
  reviewPrompts: [
    'Does each part lower uncertainty, or does it feed checking?',
    'Who carries the work of it?',
    'What ends it?',
    'Did each say, alone, that no was possible?',
    'What changed since last time, what was left blank, and does the text show fear?',
  ],
  safetyNote:
    'Never include live location. Handing over passwords opens other people’s data, invites stalking and cannot be undone: offer the smaller ways first. Stop at once when one of them is afraid to refuse.',
};
