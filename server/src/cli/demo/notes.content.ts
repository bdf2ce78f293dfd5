/** Session notes of the demo clinics: invented, and about nobody. */
export interface DemoNote {
  format: 'soap' | 'dap' | 'birp' | 'free';
  sections: Record<string, string>;
}

export const COUPLE_NOTES: DemoNote[] = [
  {
    format: 'dap',
    sections: {
      data: 'First joint session after the discovery three weeks ago. Both came on time and sat apart. Maya described not sleeping and checking the phone bill at night. Tom listened for most of it and interrupted twice to explain.',
      assessment:
        'Acute phase. Safety and rest come before any question of why. Both can stay in the room for twenty minutes at a time.',
      plan: 'Agreed a stop word and a nightly limit of twenty minutes for questions. Each fills in the weekly check-in alone.',
    },
  },
  {
    format: 'dap',
    sections: {
      data: 'The stop word was used once and held. Maya asked for facts only, no detail. Tom answered two questions and left one for a session.',
      assessment:
        'The structure works when both are fed and it is before nine in the evening. Tom confuses telling with explaining.',
      plan: 'Questions go on the list first. Tom begins the apology worksheet for himself, not to be read out yet.',
    },
  },
  {
    format: 'dap',
    sections: {
      data: 'A hard week: a message from the third person arrived and Tom told Maya the same evening. She was shaken, and noticed that she had been told before asking.',
      assessment:
        'First clear instance of telling before being asked. Maya distrusts her own relief, which is understandable.',
      plan: 'Tom shows the blocked contact in session. Contact is reported within the day, three sentences.',
    },
  },
  {
    format: 'soap',
    sections: {
      subjective:
        'Maya: less checking, more anger. Tom: ashamed, wants it to be over, knows that he cannot ask for that.',
      objective: 'Turns were kept with the timer. Tom reflected back twice without defending. Voices stayed low.',
      assessment: 'Moving from stabilising toward understanding; not evenly, and not at the same pace.',
      plan: 'Ten minutes of telling first, daily. First draft of the apology to be read by me, not by Maya.',
    },
  },
  {
    format: 'dap',
    sections: {
      data: 'Read the agreements of the last month aloud. Kept on most days; two evenings missed, both told in advance.',
      assessment: 'Repetition is beginning to count for Maya more than reassurance does.',
      plan: 'Boundary list: each writes privately, then we look for what can be agreed.',
    },
  },
];

export const SOLO_NOTES: DemoNote[] = [
  {
    format: 'birp',
    sections: {
      behaviour: 'Dana arrived early and spoke fast. Sleep four to five hours. Avoided two friends who know.',
      intervention: 'Named the cycle of scanning, relief and shame. Grounding by feet and breath, twice.',
      response: 'Slower by the end; said that the room felt bigger.',
      plan: 'Feelings journal three evenings a week. Ask one of the two friends for a walk.',
    },
  },
  {
    format: 'soap',
    sections: {
      subjective: 'Two nights of six hours. Still reads old messages on Sundays.',
      objective: 'Eye contact steady, humour returned once. After-shock load a little lower than last week.',
      assessment: 'Load is easing in the body first, as it often does. No safety concern today.',
      plan: 'A plan for Sundays: where, with whom, and what not to open.',
    },
  },
  {
    format: 'free',
    sections: {
      text: 'Dana decided for herself to move the joint account question to next month. We looked at how she came to that decision and what she trusted in it. She wants to remember this one.',
    },
  },
  {
    format: 'dap',
    sections: {
      data: 'The walk took place. The friend cried and Dana found herself comforting her, then said so, and they laughed.',
      assessment: 'Good noticing, said aloud at the time. Self-trust is worth following as its own thread.',
      plan: 'Note one signal a day that she noticed and what she did with it.',
    },
  },
];
