/** The feed in React, with TanStack Query for its data. */
import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { boot } from './boot.ts';
import { fetchList, todayIn } from './content.ts';
import { Feed } from './feed.jsx';
import { addStyles } from './styles.ts';

const client = new QueryClient();

function App({ api }) {
  const { data } = useQuery({ queryKey: [api], queryFn: () => fetchList(api) });
  return <Feed list={data} today={data && todayIn(data.items[0].timeZone)} />;
}

boot((target, api) => {
  addStyles();
  createRoot(target).render(
    <QueryClientProvider client={client}>
      <App api={api} />
    </QueryClientProvider>,
  );
});
