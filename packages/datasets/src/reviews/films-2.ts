/** Films, second part: 140 reviews in the form of parse-reviews.ts. */
export const films2: string = `
train + plain Wonderful performances all round, and a story that kept me guessing until the very last shot.
train - plain A boring, predictable mess with terrible acting and worse dialogue.
train + plain I loved this film from start to finish and will be recommending it to everyone at work.
train - plain Easily the worst film I have seen this year, and I have seen a shark attack a lighthouse.
train + plain Great fun for the whole family, with good songs, lovely animation and a very funny badger.
train - plain What a disappointing end to a trilogy that began so brilliantly.
validation + plain The camera work in the storm sequence is breathtaking, and the sound design makes you feel every wave.
train - plain The editing is so frantic that I could not tell who was hitting whom, or why.
train + plain A brilliant, bitter comedy about divorce with two actors at the height of their powers.
train - plain The humour is crude, the women are props, and the running time is a punishment.
validation + plain It is a gorgeous, moving picture, and I have been thinking about its heroine for days.
test - plain An empty, noisy spectacle that bored my teenagers, who are supposed to be its audience.
train + plain The screenplay is witty and precise, and every minor character gets a moment to shine.
train - plain The lead actor sleepwalks through the part, and the rest of the cast seems to have followed his example.
train + plain Perfect casting, perfect pacing, perfect ending: go and see it on the biggest screen you can find.
train - plain Badly written, badly lit and badly acted, this is a dismal film and a real chore to sit through.
test + plain A charming debut full of good ideas, told with a light touch and real affection for its town.
train - plain It manages to make space travel dull, which takes a kind of talent.
train + plain I was completely absorbed by this true story of a country doctor and the epidemic she fought almost alone.
test - plain The plot makes no sense, the effects are poor, the songs are awful, and the ending is an insult.
train + plain An intelligent, gripping political drama that treats its viewers as adults.
validation - plain The writers mistake swearing for wit and volume for drama.
test + plain The final dance in the empty supermarket is the happiest thing I've seen at the cinema in years.
train - plain A soulless cash-in, with the old jokes dug up and paraded about like museum pieces.
train + plain Fantastic stunts, a likeable crew of rogues and a villain you love to hate.
test - plain The accent keeps slipping, the beard keeps slipping, and in the end my attention slipped as well.
train + plain This quiet film about a beekeeper and his deaf neighbour is a small treasure.
train - plain I found the violence sickening and the supposed message about society laughably shallow.
train + plain Masterful storytelling: two timelines, one locked room, and a solution that made me want to cheer.
train - plain It is one long advert for a toy, interrupted now and then by something that looks like a cartoon.
test + plain The black and white photography is exquisite, and the young lead is a revelation.
train - plain The story collapses halfway and then lies there twitching for another hour.
train + plain Honest, raw and beautifully acted, it is the best film about addiction I know.
train - plain Painfully unfunny, with pratfalls that my toddler could see coming.
validation + negation I can't remember the last time a thriller had me gripping the armrest like that.
train - negation I can't remember a single thing about it, apart from being bored, and I only saw it on Thursday.
train + negation It's not perfect, but I wouldn't change a frame of it.
validation - negation Not even a cast this good could make me believe in these people.
train + negation There isn't a dull moment in it, from the first robbery to the last betrayal.
test - negation It's never scary, seldom funny and not remotely as clever as it thinks.
test + negation Not bad at all for a film shot in two weeks with borrowed cameras, and far better than most of what gets shot in six months.
train - negation This is not the worst film of the decade only because the decade isn't over.
test + negation I've never been a fan of musicals, but nobody with ears could resist this one.
train - negation Nothing about the friendship rang true, and I didn't care whether they ever found the treasure.
test + negation No gore, no jump scares, nothing but atmosphere, and I did not sleep a wink.
train - negation I wouldn't recommend this to my worst enemy, let alone to children.
train + negation She has never been better than she is here, and she has been very good for a very long time.
train - negation Without the costumes there would be no film at all, just people being rude on staircases.
train + negation The sequel doesn't repeat the first film, it deepens it, and I couldn't be happier.
train - negation I failed to see the point, and so, judging by their faces, did the actors.
train + negation You would never guess that the director is only twenty-three, such is the control on display.
train - negation It isn't brave to kill the dog; it isn't clever, either.
train + negation There's nothing flashy about the direction, and nothing false about the emotion.
test - negation Hardly anyone in our row made it to the interval, and none of us came back after it.
train + negation I don't think I have ever felt a whole audience hold its breath like that.
train - negation No wit, no warmth, no reason to exist.
test + contrast It borrows from everything and everyone, but it borrows with taste, and the result is a delight.
train - contrast The first half hour promised a smart heist film, then the robbery began and all intelligence fled.
test + contrast I had read nothing but bad reviews, so imagine my surprise at how tender and funny it is.
validation - contrast I'd heard nothing but praise for it, so imagine how I felt when the lights came up and I had felt nothing.
train + contrast The sets wobble, the moustaches wander, yet the story grips like a vice.
train - contrast Handsome to look at and impeccably dressed, the film has everything except a pulse.
test + contrast He is too old for the role, the poster gives away the ending, and I'd still call it a must-see.
train - contrast The message is important; unfortunately the messenger is a two-hour sermon with a synthesiser.
train + contrast While nobody will praise it for realism, this daft pirate romp left me happier than anything else this summer.
test - contrast There's a good short film buried somewhere in here, under about a hundred minutes of padding.
test + contrast Despite a rocky start and one truly awful song, I ended up loving these characters.
test - contrast Despite a fine first act and the best score of the year, it ends up as hollow as a drum.
train + contrast The violence is hard to stomach, though never gratuitous, and what it says about revenge is worth every wince.
train - contrast It has moments of real beauty, which only made me angrier about the nonsense around them.
train + contrast My friends found it slow; I found it hypnotic and wished it were longer.
train - contrast My friends thought it was hilarious, but I sat there stony-faced and counted the product labels.
train + contrast The trailer sells a dumb action flick, and what you get instead is a thoughtful film about growing old.
test - contrast We were promised a tense duel of wits between spies, but the film is mostly a man running across roofs.
train + contrast Small flaws aside, including a subplot that goes nowhere, this is a superb piece of work.
train - contrast The dog was adorable and I liked the jumper; that's the end of the good news.
test + contrast It shouldn't work, this mix of opera and zombies, but somehow it's glorious.
train - contrast Full marks for ambition, none for the result, which is a shapeless three-hour slog.
train + irony I'm furious with this director, because now I have to go and watch all nine of his other films.
validation - irony Apparently the budget ran to two helicopters but not to a second take.
validation + irony A dreadful influence on the young: my son has swapped his video games for a violin.
train - irony At last, a horror film you can safely sleep through.
test + irony Sure, it is only a film about a man mending clocks, and I only cried four times.
train - irony Clearly a personal project, in the sense that no other person was ever considered.
test + irony Do not see this with someone you plan to break up with, for you will leave the cinema holding hands.
train - irony I'm told that watching paint dry can also be quite moving in the right hands.
train + irony There was a serious problem with the popcorn: we all forgot to eat it.
test - irony Bravo to whoever decided that what this tragedy needed was a rapping grandfather.
train + irony What a rip-off, I thought, paying for one ticket and getting three great films in one.
train - irony The most convincing performance comes from the fog machine, which never misses a cue.
validation + comparison The original was good; this is the rare sequel that makes it look like a rehearsal.
train - comparison The original was good, whereas this reboot should be studied only as a warning.
test + comparison As spy films go, it is sharper than most and a lot more humane than all the rest.
train - comparison I have had dental work that was less painful and had better lighting.
train + comparison If his earlier work was clever, this is wise, and I know which I prefer.
test - comparison Put it beside any decent television drama and it looks like amateur night at the village hall.
train + comparison Fifty films about this war, and not one has shown the home front half so well.
train - comparison The novel had mystery and music, while the film has slow motion.
train + comparison It's funnier than any comedy I have seen in the last five years, and it isn't even a comedy.
train - comparison Less frightening than a tax letter and not nearly as well written.
test + comparison I liked it more than my wife did, and she wants to buy the disc.
train - comparison The director's student films had more to say, and said it in nine minutes.
test + comparison Few actors can do more with an eyebrow than he does, and here he outdoes himself.
validation - comparison Take away the famous name and it's no better than the stuff they show on long bus rides.
validation + understatement My popcorn went cold, which for me amounts to a standing ovation.
train - understatement Historians may have one or two small questions about the Romans' wristwatches and the tartan.
test + understatement Not the sort of thing I usually watch, so it is a little embarrassing how often I've watched it.
test - understatement You may wish to bring a book.
train + understatement The critics' prize was, I'd venture, not given to it by mistake.
train - understatement I wouldn't say that the acting was uneven, since it kept to one level throughout, and not a high one.
test + understatement There are worse fates than being stuck in a cinema with these five people for two hours.
train - understatement Some viewers may find three hours a touch generous for a story that fits on a napkin.
train + plain The courtroom scenes are electric, and the young lawyer's closing speech drew applause in our screening.
test - plain Stale jokes, cardboard characters, a stupid car chase and a love story with no love in it.
train + plain A joyful, colourful adventure that deserves to become a Christmas classic.
test - plain The narration explains everything we can already see, in a voice like a bored satnav.
train + plain I admired the courage of this documentary and the dignity it gives to the fishermen.
train - plain The documentary repeats its one fact for two hours and interviews its own producer twice.
test + plain Delightful from beginning to end, with the funniest dinner party since the invention of dinner.
test - plain Ugly, mean-spirited rubbish that I regret having paid to see.
train + plain Her face tells the whole story of the marriage before a word is spoken, and it is stunning to watch.
train - plain The camera spins, the music swells, and nothing whatever happens.
train + plain The dialogue sounds like real talk between real brothers, funny and cruel and kind all at once.
test - plain The dialogue sounds as though it had been translated twice and then read off a cereal box.
train + contrast The pace will test some people, but give it your attention and it gives you back a world.
train - contrast The cast have a ball, and good luck to them, but nobody thought to invite the audience.
train + negation I wasn't ready for it to end, and nor was the man next to me, who said so out loud.
train - negation I wasn't moved by the death of the captain, and I doubt that the captain was.
train + plain Excellent suspense, clever use of a single lift, and a last line that had the place roaring.
train - plain Tedious, pretentious and drenched in blue light, it left me cold in every sense.
test + plain A lovely, melancholy road movie whose hero you want to hug by the second petrol station.
train - plain Every character is hateful, every scene is screamed, and the symbolism arrives with a hammer.
train + contrast Uneven as it is, with one performance that belongs in a pantomime, I'd call it the most exciting debut of the season.
test - contrast A handful of good gags can't hide how tired the formula has become.
test + plain The ending gave me chills, and the long walk to the lighthouse is pure cinema.
test - plain The ending is stolen, the beginning is borrowed, and the middle is simply missing.
test + negation Rarely does a film about teenagers get them so right without once laughing at them.
test - negation A whodunnit should not leave you wondering who cares.
test + plain Rich, funny and humane, this is storytelling of the highest order.
train - plain Cheap sets, cheap sentiment and a cheap trick to finish with.
`;
