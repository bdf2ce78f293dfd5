import { Body, Controller, Post, Query } from '@nestjs/common';
import { Can, Returns } from '../platform/route.js';
import { NewTransfer, TransferDto, TransferQuery } from './transfers.dto.js';
import { TransfersService } from './transfers.service.js';

@Controller('transfers')
export class TransfersController {
  constructor(private readonly transfers: TransfersService) {}

  @Post()
  @Can('transfers:make')
  @Returns(TransferDto)
  make(@Query() { dryRun }: TransferQuery, @Body() input: NewTransfer): Promise<TransferDto> {
    return this.transfers.make(input, dryRun === 'true');
  }
}
