import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { OpenReason } from '../commitments/open-reason.dto.js';
import type { Page } from '../platform/paging.js';
import { Can, Creates, Id, Returns, ReturnsPage } from '../platform/route.js';
import { NewPromise, NewPromiseMark, PromiseDto, PromiseMarkDto, PromiseQuery } from './promises.dto.js';
import { PromisesService } from './promises.service.js';

@Controller('promises')
export class PromisesController {
  constructor(private readonly promises: PromisesService) {}

  @Post()
  @Can('promises:make')
  @Creates(PromiseDto)
  make(@Body() body: NewPromise): Promise<PromiseDto> {
    return this.promises.make(body);
  }

  @Get()
  @Can('promises:read')
  @ReturnsPage(PromiseDto)
  list(@Query() query: PromiseQuery): Promise<Page<PromiseDto>> {
    return this.promises.list(query);
  }

  @Get(':id')
  @Can('promises:read')
  @Returns(PromiseDto)
  one(@Id() id: string): Promise<PromiseDto> {
    return this.promises.one(id);
  }

  @Post(':id/marks')
  @Can('promises:mark')
  @Creates(PromiseMarkDto)
  mark(@Id() id: string, @Body() body: NewPromiseMark): Promise<PromiseMarkDto> {
    return this.promises.mark(id, body);
  }

  @Post(':id/open')
  @Can('promises:open')
  @Returns(PromiseDto)
  open(@Id() id: string, @Body() { reason }: OpenReason): Promise<PromiseDto> {
    return this.promises.open(id, reason);
  }
}
