import { provideRouter } from '@angular/router';
import { render } from '@testing-library/angular';
import { App } from './app';

it('shows the screen of the route', async () => {
  const { container } = await render(App, { providers: [provideRouter([])] });
  expect(container.querySelector('router-outlet')).not.toBeNull();
});
