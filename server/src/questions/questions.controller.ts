import { Body, Controller, Get, Patch, Post, Put, Query } from '@nestjs/common';
import type { Page } from '../platform/paging.js';
import { Can, Creates, Id, IfMatch, Returns, ReturnsPage } from '../platform/route.js';
import { AnswersService } from './answers.service.js';
import {
  AnswerInput,
  AskedDto,
  NewQuestion,
  NewReadiness,
  OwnQuestionsDto,
  QuestionChange,
  QuestionDto,
  QuestionQuery,
  ReadinessDto,
} from './questions.dto.js';
import { QuestionsService } from './questions.service.js';
import { ReadinessService } from './readiness.service.js';

/** What the two themselves do. */
@Controller()
export class QuestionsController {
  constructor(
    private readonly questions: QuestionsService,
    private readonly answers: AnswersService,
    private readonly readiness: ReadinessService,
  ) {}

  @Get('couples/:id/own-questions')
  @Can('questions:ask')
  @Returns(OwnQuestionsDto)
  own(@Id() id: string): Promise<OwnQuestionsDto> {
    return this.readiness.own(id);
  }

  @Post('couples/:id/questions')
  @Can('questions:ask')
  @Creates(QuestionDto)
  ask(@Id() id: string, @Body() body: NewQuestion): Promise<QuestionDto> {
    return this.questions.ask(id, body);
  }

  @Get('couples/:id/questions')
  @Can('questions:ask')
  @ReturnsPage(QuestionDto)
  list(@Id() id: string, @Query() query: QuestionQuery): Promise<Page<QuestionDto>> {
    return this.questions.list(id, query);
  }

  @Patch('questions/:id')
  @Can('questions:ask')
  @Returns(QuestionDto)
  change(@Id() id: string, @Body() body: QuestionChange, @IfMatch() version: number): Promise<QuestionDto> {
    return this.questions.change(id, version, body);
  }

  @Post('questions/:id/withdraw')
  @Can('questions:ask')
  @Returns(QuestionDto)
  withdraw(@Id() id: string): Promise<QuestionDto> {
    return this.questions.withdraw(id);
  }

  @Get('couples/:id/asked')
  @Can('questions:answer')
  @ReturnsPage(AskedDto)
  asked(@Id() id: string, @Query() query: QuestionQuery): Promise<Page<AskedDto>> {
    return this.answers.list(id, query);
  }

  @Get('asked/:id')
  @Can('questions:answer')
  @Returns(AskedDto)
  one(@Id() id: string): Promise<AskedDto> {
    return this.answers.one(id);
  }

  @Put('asked/:id')
  @Can('questions:answer')
  @Returns(AskedDto)
  write(@Id() id: string, @Body() body: AnswerInput, @IfMatch() version: number): Promise<AskedDto> {
    return this.answers.write(id, version, body);
  }

  @Post('couples/:id/readiness')
  @Can('questions:ready')
  @Returns(ReadinessDto)
  say(@Id() id: string, @Body() body: NewReadiness): Promise<ReadinessDto> {
    return this.readiness.say(id, body);
  }
}
