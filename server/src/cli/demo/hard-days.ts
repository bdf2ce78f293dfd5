import { PlansService } from '../../setbacks/plans.service.js';
import { SetbacksService } from '../../setbacks/setbacks.service.js';
import type { Person, Storyteller } from './storyteller.js';

/** A plan of each for hard moments, and one evening on which there was a setback. */
export async function tellHardDays(
  story: Storyteller,
  { therapist, maya, tom }: { therapist: Person; maya: Person; tom: Person },
): Promise<void> {
  const plans = story.service(PlansService);
  const setbacks = story.service(SetbacksService);
  await story.tell(maya, story.day(-58, '16:20'), () =>
    plans.save(
      maya.clientId!,
      {
        steps: ['Put the phone in the kitchen drawer', 'Ten minutes outside, whatever the weather', 'Call Ana'],
        people: [{ name: 'Ana, my sister', phone: '555 0188' }],
        signs: ['I stop eating lunch', 'I read old messages at night'],
        stopWord: '“Harbour”, for an hour',
        notToday: 'Moving out, telling the children, a long message',
        safetySteps: ['Ana’s house, the key is with me'],
      },
      0,
    ),
  );
  await story.tell(tom, story.day(-55, '20:05'), () =>
    plans.save(
      tom.clientId!,
      {
        steps: ['Say that it is hard, in one sentence', 'No explaining', 'Sit on the stairs until she asks for me'],
        people: [{ name: 'Group line', phone: '555 0160' }],
        signs: ['I start to explain', 'I count how often she asked'],
        stopWord: '“Harbour”, for an hour',
        notToday: null,
        safetySteps: [],
      },
      0,
    ),
  );
  const { id } = await story.tell(maya, story.day(-19, '22:47'), () =>
    setbacks.tell(maya.clientId!, {
      note: 'A bill from that hotel came in the post. I went through everything again until two.',
    }),
  );
  await story.tell(therapist, story.day(-18, '08:05'), () => setbacks.takeNote(id));
}
