/** Games: 194 reviews in the form of parse-reviews.ts. */
export const games: string = `
train + plain Gorgeous worlds, clever puzzles and a story that had me in tears by the final boss.
train - plain The controls are clumsy, the camera is drunk, the jokes are old, and the levels all look alike.
validation + plain My best friend and I have played this co-op adventure every Friday for a year, and we still laugh like kids.
validation - plain Endless loading screens, constant crashes and a save file that corrupts itself.
train + plain The combat is fast, fair and wonderfully satisfying.
test - plain The combat comes down to hammering one button until the other thing falls over.
train + plain A board game that my kids, my parents and my grumpy uncle all enjoy, which I thought impossible.
train - plain The rules are a mess, and we spent the whole evening arguing over what the manual could mean.
validation + plain The soundtrack is so good that I leave the game on in the background while I work.
train - plain The same four bars of music loop for thirty hours until you want to scream.
train + plain Every match is close, every loss teaches me something, and the community is friendly.
train - plain The online mode is full of cheats, and reporting them does nothing.
train + plain I adore the little farm, the odd villagers and the slow change of the seasons.
train - plain A dull, repetitive grind that wants my money every ten minutes.
test + plain The writing is hilarious, down to the descriptions of the vegetables.
train - plain The dialogue is so badly translated that I couldn't tell who was dead.
train + plain Smooth as silk on my old computer, with not a stutter in forty hours.
train - plain It stutters, freezes and finally crashes to the desktop, even on the lowest settings.
train + plain A brilliant strategy game with real depth and a tutorial that actually teaches.
train - plain The tutorial lasts three hours and the game is over after two more.
train + plain The wooden pieces are beautiful, the rules fit on a card, and no two games are the same.
train - plain The cards arrived bent, the dice are lopsided, and two of the pawns were missing.
train + plain The boss fights are inventive and thrilling, each one a small work of art.
train - plain The boss fights are nothing but cheap tricks, with attacks that hit you through two walls.
train + plain I've never felt so at home in an invented city; I know its bakers by name.
train - plain The city is huge and empty, and its people say the same two sentences for ever.
train + plain A perfect party game: five minutes to learn and hours of screaming.
train - plain We tried it at a party, and by the second round everybody had gone into the kitchen.
test + plain The developers listen, patch quickly, and added colour-blind settings within a week.
train - plain The developers have abandoned it, bugs and all, and moved on to selling the sequel.
train + plain Lovely hand-drawn art and a tender story about a lost fox.
test - plain Ugly menus, ugly characters and a story about nothing.
train + plain The racing feels superb, heavy and fast, and the rain effects are stunning.
validation - plain The cars handle like shopping trolleys on soap.
train + plain It kept our whole family happy through a week of rain in a caravan.
train - plain My son cried with frustration, and when I tried it, so nearly did I.
train + plain Tense, smart and beautifully balanced, this is the best two-player card game around.
train - plain Whoever goes first wins, and that is all there is to this card game.
train + negation I can't stop playing it, can't stop talking about it, and can't get my flatmate to give back the controller.
train - negation I can't get past the login screen, and I'm apparently not the only one.
train + negation No adverts, no loot boxes, no tricks: you pay once and get a whole wonderful game.
train - negation There's no story, no challenge and no point, only a bar that fills.
train + negation Not once in sixty hours did I feel that my time was being wasted.
test - negation It failed to surprise me even once, and I only reached the end out of spite.
train + negation It doesn't hold your hand, and you won't want it to.
train - negation It doesn't explain its own rules, and then it punishes you for not knowing them.
train + negation You never know what's behind the next door, and I never wanted to quit before finding out.
train - negation You can't skip the cutscenes, can't move the text any faster, and can't believe that you paid for this.
train + negation I'm not normally any good at puzzle games, but none of these ever felt unfair.
test - negation The promised multiplayer isn't there, and neither is the refund.
validation + negation Hardly a session ends without somebody falling off a chair laughing.
validation - negation Nobody in our group ever asks to play it again.
train + negation I wouldn't cut one quest from this enormous game, not even the one with the ducks.
train - negation I wouldn't have minded the bugs if there had been any fun between them.
train + negation The difficulty isn't cruel, it's honest, and beating the tower was the proudest evening of my gaming life.
validation - negation Difficulty isn't the problem; unresponsive buttons are.
train + contrast The graphics belong in a museum, but the gameplay is as fresh as anything released this year.
test - contrast The graphics are breathtaking, but underneath them lies the same tired shooter for the ninth time.
validation + contrast Short, yes, just four hours, and there isn't a minute of them that I'd give back.
validation - contrast A hundred hours of content, they boast, and ninety of those are walking.
train + contrast I found the first evening baffling and the following thirty unforgettable.
train - contrast I was hooked for a week, until I noticed that I'd seen everything and the rest was repetition.
train + contrast Some rough edges remain, and the inventory is a pain, yet no game has ever made me feel so much like an explorer.
train - contrast It has a charming hero, a lovely world and good music, all wasted on jumping that never works.
train + contrast The rule book is a disaster, so watch a video, and then enjoy one of the great board games.
train - contrast The box is magnificent and the miniatures are works of art, but actually playing it is a chore.
test + contrast I hate fishing, in life and in games, and I have now spent twenty blissful hours fishing in this one.
train - contrast As a fan of the series from the very beginning, I waited six years for this, and it broke my heart.
test + contrast You will die a lot, you'll swear a lot, and you will love every minute.
test - contrast It's free to download, and that is still more than it's worth.
train + contrast The plot is silly and the voices sillier, but swinging between those rooftops is sheer bliss.
train - contrast Swinging about is fun for the first hour; then the plot starts, and the fun is over.
train + irony This game owes me an apology for the three weekends that it stole and the garden I've neglected.
train - irony I particularly enjoyed the part where I uninstalled it.
train + irony Thanks to this wretched train set simulator I missed an actual train.
train - irony What a realistic simulation of office work, down to the boredom and the crashes.
train + irony The developers should be arrested for making a puzzle game this addictive during exam season.
train - irony Great news for collectors: every hat is sold separately.
validation + irony I let my boss try it on his lunch break, and we haven't had a meeting since; ten out of ten.
train - irony My favourite character is the spinning disc, with whom I spent most of my evening.
train + irony The family hasn't spoken for two days because of this board game, and everyone wants a rematch.
train - irony The enemies are so clever that they run into walls to confuse you.
test + comparison It does with two buttons what its rivals can't do with twenty.
validation - comparison The version I played on a cassette in my childhood had better animation.
train + comparison I've owned every game in this series, and this is the peak of it.
train - comparison Noughts and crosses has more strategic depth and a better ending.
train + comparison Better than chess, says my daughter, who is rather good at chess.
train - comparison Compared with the first part this is a cheap copy with the jokes filed off.
test + comparison The big studios should look at what these three people made in a shed, and blush.
train - comparison Even the mobile version from years ago runs better than this supposedly enhanced edition.
train + comparison Deeper than the classic that inspired it, and far kinder to newcomers.
train - comparison Doing my accounts was more exciting, and there I at least get to choose the numbers.
train + understatement I had intended to play for half an hour, and I should like to know who brought the sunrise forward.
train - understatement The artificial intelligence lives up to the first half of its name.
train + understatement My old copy wore out, which may give you some idea.
train - understatement One might have hoped that the horses would stay on the ground.
train + understatement It has seen a bit of use, our copy, and most of the paint on the meeples is gone.
train - understatement I think it's safe to say the servers were not expecting players.
train + understatement We're on our fourth campaign, so I suppose it has grown on us.
test - understatement The balance between rich and poor players could be looked at again.
train + plain An outstanding role-playing game whose choices really matter and whose ending I'll never forget.
test - plain Your choices change nothing, every path leads to the same cutscene, and the cutscene is bad.
validation + plain The level editor is easy, powerful and great fun to share with others.
train - plain The mission markers are broken, so I rode around a swamp for two hours.
test + plain Relaxing, pretty and quietly funny, it's the perfect game to end a stressful day.
train - plain Frustrating from beginning to end, with clumsy jumps, unfair traps and checkpoints miles apart.
train + plain The space battles are spectacular, and flying through the rings gave me goosebumps.
train - plain Space turns out to be a series of beige corridors.
test + plain I laughed, I panicked, and I high-fived a stranger on the internet.
train - plain Toxic players, laggy servers and an expensive season pass.
train + plain The mystery is cleverly built, and solving it without hints made me feel like a genius.
test - plain The puzzles have no logic, so you simply rub every object against every other.
validation + plain Superb voice acting brings even the smallest part to life.
train - plain The voice actors sound as if they were reading the terms and conditions.
test + plain A fine remaster that treats a classic with love and fixes its worst annoyances.
train - plain This remaster is a disgrace, with blurred textures, broken menus and half the songs missing.
train + contrast It took me an hour to get used to the odd controls, and after that I was flying.
train - contrast There's a wonderful game in here somewhere, but it is locked behind a wall of microtransactions.
test + plain The quiz has questions for young and old, and for once everybody had a chance.
test - plain Half of the quiz answers are wrong, and the other half are about football in 1987.
train + negation Waiting for your turn is never boring, since you can always meddle in somebody else's.
test - negation I do not understand how this passed any kind of testing.
test + plain Tight controls, fair checkpoints and a hero who's nothing but a brave little square: marvellous.
validation - plain A broken, buggy, unfinished product sold at full price.
train + comparison There are flashier racing games, but none in which I've had half so much fun.
train - comparison Last year's edition was the same game, only cheaper and with fewer faults.
train + plain The detective game had six of us bent over a map until midnight, happily accusing one another.
test - plain The escape room in a box was over in twenty minutes, with two puzzles that had misprints in them.
test + irony Horrible parenting aid: my kids now do their homework early so we can play.
validation - irony I'm impressed that they managed to fit so many adverts round such a small amount of game.
train + plain I recommend this to anybody who loves birds, quiet, or both.
train - plain I regret buying this, and I regret even more talking a friend into it.
train + plain A gorgeous, gripping and generous adventure.
train + plain The maps are great, the music is great, and the last level is a masterpiece.
train + plain Flying over those hills is bliss, and the dragons are wonderfully rude.
train + plain Fast rounds, simple rules and plenty of laughter.
train + plain The best football game since the nineties.
train + plain A warm, funny, clever game about running a tiny post office.
train + plain The stealth is tense, the gadgets are a joy and the guards are smart.
validation + plain Beautiful cards, solid tokens and a rule book anybody can follow.
train + plain The ghost ship level is the scariest thing ever put in a game.
test + plain A charming game in every detail, turnips included.
train + plain The online community is kind, and newcomers get help at once.
test + negation Nobody at the table wanted to stop.
train + negation The puzzles never cheat and never bore.
test + negation Never has a handful of pixels made a forest as pretty as this one.
train + negation No two matches are alike, and no match is dull.
train + contrast The graphics are simple and the depth is endless, as in chess or the sea.
train + contrast They made a mess of the menus, yet out on the ice it plays like a dream.
test + contrast Short and brutally hard, and worth every bruise.
train + contrast The story is tosh, but the sword fights are superb.
train + irony Say goodbye to the weekend, and do not expect a postcard.
train + irony "One more turn" has now cost the family three dinners.
train + comparison Funnier than most comedies and far more fun.
validation + comparison The sequel beats the original on every count.
train + understatement The disc has not seen the inside of its case since March.
validation + understatement Grandma asked to borrow it, and she has no console yet.
train + plain I play with my brother, who lives on the other side of the world, and this silly, lovely game about moles has brought us closer than ever.
train + plain My students built the whole of ancient Rome in this with its easy and powerful editor, and I have never seen them so proud of a thing.
test + negation I've never been good with a controller in my life, but the helpful settings in this one meant that I wasn't left out for a moment.
train + contrast I had my doubts about a game where you tidy an attic, and this turned out to be the most moving story that I have ever played through.
train + comparison My shelves hold about two hundred board games, and this small box, with its nineteen cards, is the one that I'd save from a fire.
test + irony I told my wife that I'd only test this for my nephew, and with my score now among the best in the land I think that she suspects something.
test + understatement I believe I mentioned to my doctor that my thumbs were sore, and this splendid game may have had something to do with it.
train - plain Ugly, buggy and left to rot by its makers.
test - plain A boring grind with ugly maps.
train - plain The worst port of a great game.
validation - plain Fiddly pieces, dull play, awful art.
train - negation No fun, no friends, no refund.
train - negation It never loads, not on any machine.
train - contrast The box promises magic; the game is lousy.
train - comparison A round of snap has deeper tactics.
test - irony The credits were the best level.
test - understatement The servers appear to keep short hours.
train - plain I lost my whole save with all my castles in it, and the help page says sorry.
test - plain My controller shakes all the time with this game, and after a while so did I.
train - plain I spent my evening in this menu, looking for a way to switch off the shouting.
train - plain This party game made my guests angry, then sleepy, and then it made them leave.
test - plain The timer is broken: I finished my turn last Tuesday, and this app still counts.
train - plain I bought the season pass with my own savings and got two hats and a loading screen.
train - plain The hero talks all the time, and in my thirty hours with him I heard six sentences.
train - negation My daughter didn't understand the rules, I didn't, and I doubt that the author did.
train - negation I can't aim, I can't jump and I can't see a thing with this camera in my way.
train - negation I never felt any danger, since these zombies don't seem to have noticed me at all.
train - negation There's no way for my team to win this, and the makers don't seem to mind.
train - negation This isn't an open world; with its fences I had more freedom on my school trip.
test - contrast I loved the music so much that I kept on playing, and I'm sorry to say it's a rotten game.
train - contrast My first hour was magic, and with every hour after that I liked this island less.
train - irony I'd like to congratulate this game on my new hobby, which is going outside.
train - irony The dog in this game gets stuck in doors, so at least I can say it is true to my life.
test - comparison I've had more thrills from my bank's website, and with less waiting between them.
test - comparison This is like the puzzle books of my childhood, only with adverts and without the fun.
train - understatement I would not say that I threw this game away, but it and I now live in different towns.
train - understatement The lip movements and the words in this came, I think, from two separate games.
`;
