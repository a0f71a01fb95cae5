/** The feed in Preact, with nothing but its own state. */
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { boot } from './boot.ts';
import { fetchList, todayIn } from './content.ts';
import { Feed } from './feed.jsx';
import { addStyles } from './styles.ts';

function App({ api }) {
  const [list, setList] = useState();
  useEffect(() => {
    void fetchList(api).then(setList);
  }, [api]);
  return <Feed list={list} today={list && todayIn(list.items[0].timeZone)} />;
}

boot((target, api) => {
  addStyles();
  target.replaceChildren();
  render(<App api={api} />, target);
});
