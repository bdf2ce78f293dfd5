import type { Worksheet } from './worksheet.definition.js';

export const disclosurePacing: Omit<Worksheet, 'id'> = {
  key: 'disclosure-pacing',
  version: 1,
  title: 'Pacing what is told',
  summary:
    'For each of you alone, with your therapist. One says what they want to know and what they do not. The other gets ready. What is told is told in a session, never here.',
  audience: 'both',
  stages: ['stabilise', 'understand', 'repair'],
  minutes: 20,
  gated: true,
  sensitivity: 'never_shared',
  contentNote:
    'This helps to plan what is told, and when. Nothing you write goes to your partner. New facts are told in a session, with support around it. You can stop at any point.',
  sections: [
    {
      key: 'questions',
      title: 'What I want to know',
      intro: 'Your questions, at your pace. You can take any of them back.',
      fields: [
        {
          key: 'questions',
          type: 'rows',
          itemLabel: 'Question',
          by: 'injured',
          label: 'What do you want to know?',
          hint: 'Write them down here, so that you need not carry them at night.',
          help: 'Ask yourself what you would do with the answer. Facts that help you choose tend to help. Pictures tend to stay.',
          intense: true,
          columns: [
            { key: 'question', type: 'long', label: 'My question' },
            {
              key: 'priority',
              type: 'one',
              label: 'When?',
              options: [
                { key: 'now', label: 'In one of the next sessions' },
                { key: 'later', label: 'Later' },
                { key: 'never', label: 'I choose not to know' },
              ],
            },
            { key: 'why', type: 'long', label: 'What the answer would do for me' },
            {
              key: 'form',
              type: 'one',
              label: 'How much of it?',
              options: [
                { key: 'facts', label: 'Facts only' },
                { key: 'outline', label: 'An outline' },
                { key: 'no-detail', label: 'Yes or no, no detail' },
              ],
            },
          ],
        },
        {
          key: 'limits',
          type: 'long',
          by: 'injured',
          label: 'Which details do you not want to hear?',
          hint: 'This can change. Your therapist keeps to it until you say so.',
          intense: true,
          help: '“No names of places we go to. Nothing about what she looks like.”',
        },
      ],
    },
    {
      key: 'preparation',
      title: 'Getting ready to tell',
      intro: 'Your therapist reads this with you first. Please tell nothing new on your own in the meantime.',
      fields: [
        {
          key: 'topics',
          type: 'rows',
          itemLabel: 'Topic',
          by: 'involved',
          label: 'What is there to tell?',
          hint: 'A few words for each. The whole story is for the session.',
          intense: true,
          help: 'Whole is kinder than bit by bit. If you notice that you leave something out, write that down too.',
          columns: [
            { key: 'topic', type: 'short', label: 'What it is about' },
            { key: 'prepared', type: 'checkbox', label: 'I know how I will say it' },
            { key: 'read', type: 'checkbox', label: 'I have read this with the client', by: 'therapist' },
          ],
        },
        {
          key: 'holding-back',
          type: 'long',
          by: 'involved',
          label: 'What makes it hard to tell all of it?',
          hint: 'For you and your therapist alone.',
        },
        { key: 'session-on', type: 'date', by: 'therapist', label: 'In which session will it be told?' },
      ],
    },
    {
      key: 'around-it',
      title: 'The day itself',
      intro: 'What is around you on that day, and on the days after.',
      fields: [
        {
          key: 'supports',
          type: 'rows',
          itemLabel: 'Support',
          label: 'Who and what will be there for you afterwards?',
          hint: 'Think of the way home, the night, and any children.',
          columns: [
            { key: 'who', type: 'short', label: 'Who, or what' },
            { key: 'where', type: 'short', label: 'Where I will be' },
            { key: 'sleep', type: 'short', label: 'Where I sleep' },
            { key: 'children', type: 'short', label: 'Who looks after the children' },
          ],
        },
        {
          key: 'aftercare',
          type: 'multi',
          label: 'What is planned for the days after?',
          options: [
            { key: 'day-one', label: 'A call or a visit within a day' },
            { key: 'day-three', label: 'A call or a visit within three days' },
            { key: 'no-big-choice', label: 'No big choices that week' },
            { key: 'time-off', label: 'Some time off' },
          ],
        },
      ],
    },
    {
      key: 'cannot-wait',
      title: 'What cannot wait',
      intro: 'Two things that may need care before anything else.',
      fields: [
        {
          key: 'health',
          type: 'one',
          label: 'A test for infections passed on by sex',
          hint: 'A doctor or a clinic can do this in private.',
          intense: true,
          options: [
            { key: 'offered', label: 'I know where I could go' },
            { key: 'done', label: 'Done' },
            { key: 'private', label: 'I keep this to myself' },
          ],
        },
        {
          key: 'urgent',
          type: 'multi',
          label: 'Does anything else need help soon?',
          options: [
            { key: 'legal', label: 'A legal matter' },
            { key: 'money', label: 'Money or debts' },
            { key: 'home', label: 'Where to live' },
            { key: 'children', label: 'The children' },
          ],
        },
      ],
    },
  ],
  reviewPrompts: [
    'Is each of them ready, and how do you know?',
    'What is the risk plan for the day, and who is on call?',
    'Could anything reach the other as a surprise on a phone?',
    'Does the detail fit what the injured partner asked for?',
    'What changed since last time, what was left blank, and does the text show fear?',
  ],
  safetyNote:
    'Never deliver a new disclosure through the portal. Set the session, read each topic beforehand, and have after-care for one and three days in place before anything is told.',
};
