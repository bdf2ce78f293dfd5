import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { CalendarFeedController } from './calendar-feed.controller.js';
import { CalendarFeedService } from './calendar-feed.service.js';

/**
 * A therapist's sessions for the calendar program she uses anyway. What leaves may lie on a server of somebody else's and
 * on a screen on a wall: times, and one word that is the same for all.
 *
 * - Feed: one address for each therapist, which is its own key. Only its hash is kept; it is told once.
 * - Whoever reads it sees what its owner sees at that moment, as her and as a therapist: it ends with her work here.
 */
@Module({
  imports: [AuthModule],
  controllers: [CalendarFeedController],
  providers: [CalendarFeedService],
})
export class CalendarFeedModule {}
