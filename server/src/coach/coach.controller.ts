import { Body, Controller, Post } from '@nestjs/common';
import { Can, Returns } from '../platform/route.js';
import { ApologyText, CoachDto } from './coach.dto.js';
import { read } from './coach.rules.js';

@Controller('coach')
export class CoachController {
  @Post('apology')
  @Can('coach:ask')
  @Returns(CoachDto)
  ask(@Body() { text }: ApologyText): CoachDto {
    const { hints, missing } = read(text);
    return { hints: [...hints], missing: [...missing] };
  }
}
