import { Body, Controller, Delete, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Can, Public, Returns, ReturnsFile, ReturnsNothing } from '../platform/route.js';
import { CalendarFeedDto, CalendarFeedInput } from './calendar-feed.dto.js';
import { CalendarFeedService } from './calendar-feed.service.js';
import { etagOf, isSame } from './feed.rules.js';

@Controller()
export class CalendarFeedController {
  constructor(private readonly feeds: CalendarFeedService) {}

  @Get('calendar-feed')
  @Can('calendar-feed:own')
  @Returns(CalendarFeedDto)
  own(): Promise<CalendarFeedDto> {
    return this.feeds.own();
  }

  @Post('calendar-feed')
  @Can('calendar-feed:own')
  @Returns(CalendarFeedDto)
  make(@Body() { initials }: CalendarFeedInput): Promise<CalendarFeedDto> {
    return this.feeds.make(initials ?? false);
  }

  @Delete('calendar-feed')
  @Can('calendar-feed:own')
  @ReturnsNothing()
  end(): Promise<void> {
    return this.feeds.end();
  }

  /** For calendar programs, which cannot sign in: the address is the key. */
  @Get('calendar/:address')
  @Public()
  @ReturnsFile('text/calendar')
  async read(
    @Param('address') address: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const file = await this.feeds.read(address, request.ip);
    const etag = etagOf(file);
    void reply.headers({ etag, 'cache-control': 'private, no-cache' });
    if (isSame(request.headers['if-none-match'], etag)) {
      void reply.status(304);
      return '';
    }
    void reply.header('content-type', 'text/calendar; charset=utf-8');
    return file;
  }
}
