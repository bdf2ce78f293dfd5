import { Controller, Get, Query } from '@nestjs/common';
import { PageQuery, type Page } from '../platform/paging.js';
import { Can, ReturnsPage } from '../platform/route.js';
import { SignOffDto } from './note.dto.js';
import { SignOffService } from './sign-off.service.js';

@Controller('sign-off')
export class SignOffController {
  constructor(private readonly signOff: SignOffService) {}

  @Get()
  @Can('sign-off:read')
  @ReturnsPage(SignOffDto)
  list(@Query() query: PageQuery): Promise<Page<SignOffDto>> {
    return this.signOff.list(query);
  }
}
