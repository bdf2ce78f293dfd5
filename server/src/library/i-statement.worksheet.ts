import { JUDGEMENT } from './watches.js';
import type { Worksheet } from './worksheet.definition.js';

export const iStatement: Omit<Worksheet, 'id'> = {
  key: 'i-statement',
  version: 1,
  title: 'Saying it from “I”',
  summary: 'Plan how to say one hard thing: what happened, what you felt, what you need, and one thing you ask for.',
  audience: 'either',
  stages: ['stabilise', 'understand', 'repair', 'rebuild', 'part'],
  minutes: 10,
  gated: false,
  watches: [JUDGEMENT],
  contentNote:
    'This helps you plan one hard talk. It is for you and your therapist first. You do not have to say any of it out loud. If you are afraid of how your partner might react, please talk to your therapist before.',
  sections: [
    {
      key: 'what',
      title: 'What happened',
      intro: 'What a camera would have seen. No reading of minds.',
      fields: [
        {
          key: 'situation',
          type: 'long',
          label: 'What happened?',
          hint: 'Facts only: when, where, what was said or done.',
          visibility: 'after_review',
          help: '“On Sunday you were out from two to six. Your phone was off” is what a camera sees. “You hid from me” is a guess.',
        },
      ],
    },
    {
      key: 'inside',
      title: 'What it was for you',
      intro: 'Your side of it: the feeling, and what lies under it.',
      fields: [
        {
          key: 'feelings',
          type: 'multi',
          label: 'What did you feel?',
          visibility: 'after_review',
          intense: true,
          options: [
            { key: 'hurt', label: 'Hurt' },
            { key: 'angry', label: 'Angry' },
            { key: 'afraid', label: 'Afraid' },
            { key: 'sad', label: 'Sad' },
            { key: 'lonely', label: 'Lonely' },
            { key: 'ashamed', label: 'Ashamed' },
            { key: 'numb', label: 'Numb' },
            { key: 'confused', label: 'Confused' },
            { key: 'other', label: 'Something else' },
          ],
        },
        {
          key: 'strength',
          type: 'scale',
          label: 'How strong was it?',
          low: 'hardly there',
          high: 'as strong as it gets',
          visibility: 'after_review',
          showIf: { field: 'feelings', op: 'answered' },
        },
        {
          key: 'need',
          type: 'long',
          label: 'What does it mean to you, and what do you need?',
          hint: 'Begin with “I need…” or “It matters to me that…”.',
          visibility: 'after_review',
          intense: true,
          help: '“I need to know beforehand when you will be out of reach” names a need. “I need you to be someone else” does not.',
        },
      ],
    },
    {
      key: 'ask',
      title: 'What you ask',
      intro: 'One thing, small enough to do this week. The answer may be no.',
      fields: [
        {
          key: 'request',
          type: 'short',
          label: 'What do you ask for?',
          hint: 'Something one can do, and can refuse.',
          help: '“Would you send me a word when you leave work this week?”',
          visibility: 'after_review',
        },
      ],
    },
    {
      key: 'when',
      title: 'When and where',
      intro: 'A calm time makes a hard talk easier.',
      fields: [
        {
          key: 'place',
          type: 'short',
          label: 'When and where could you say it?',
          hint: 'Not late at night, and not by text.',
        },
        {
          key: 'stop-word',
          type: 'short',
          label: 'Which word ends the talk?',
          hint: 'Either of you can say it, without a reason.',
        },
        {
          key: 'calm',
          type: 'scale',
          label: 'How calm do you feel about it now?',
          low: 'not calm at all',
          high: 'very calm',
        },
        {
          key: 'wait',
          type: 'long',
          label: 'What would help you to get calmer first?',
          hint: 'Below five it is wiser to wait. A walk, a night’s sleep, a session.',
          showIf: { field: 'calm', op: 'lte', value: 4 },
        },
        {
          key: 'if-badly',
          type: 'long',
          label: 'What will you do if it goes badly?',
          hint: 'Something for yourself: leave the room, call someone, bring it to the session.',
        },
      ],
    },
  ],
  reviewPrompts: [
    'Could the request be refused?',
    'What if the answer is no?',
    'Is the feeling a feeling, or a verdict on the other?',
    'What changed since last time, what was left blank, and does the text show fear?',
  ],
  safetyNote:
    'Not for telling somebody who is feared of a plan to leave. Make a safety plan alone with the client instead.',
};
