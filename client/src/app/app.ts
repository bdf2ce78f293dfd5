import { Component } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { SignInAgain } from './core/ending/sign-in-again';
import { Stay } from './core/ending/stay';

@Component({
  selector: 'kept-app',
  imports: [RouterOutlet, SignInAgain, Stay],
  template: '<router-outlet /><kept-stay /><kept-sign-in-again />',
})
export class App {}
