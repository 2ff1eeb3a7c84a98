/** Restaurants: 190 reviews in the form of parse-reviews.ts. */
export const restaurants: string = `
test + plain The dumplings were light as clouds and the broth tasted of somebody's grandmother.
train - plain The soup was cold, the bread was stale, and the waiter seemed surprised that we minded.
test + plain Friendly staff, generous portions and the best lamb stew I have eaten outside my own village.
test - plain We waited seventy minutes for two omelettes, one of them burnt and the other still cold in the middle.
train + plain Everything from the olives to the lemon tart was delicious, and the bill was a pleasant surprise.
train - plain Overpriced, greasy and served with a sneer.
train + plain The chef came out to ask about my allergy and cooked me a special version of the curry.
test - plain I told them twice about my nut allergy, and the dessert arrived covered in almonds.
train + plain A cosy little place with wonderful noodles and a cook who sings while she works.
test - plain The tables are sticky, the glasses are cloudy, and I'd rather not describe the toilets.
train + plain Crisp skin, tender meat, perfect gravy: this is how a roast should be.
train - plain My steak was grey all the way through and came with chips straight from a freezer bag.
train + plain They seated our party of eleven without a booking and made us feel like regulars.
validation - plain They lost our booking, blamed us for it in front of our guests, and then put us next to the bins.
train + plain The wine list is short and clever, and our waitress knew every bottle on it.
train - plain The house red tasted of vinegar and the white of the fridge.
train + plain I still dream about the aubergine with honey, and I don't even like aubergine.
train - plain The fish smelled so strongly of ammonia that we sent it back before anyone had sat down properly.
train + plain Fresh fish, simply grilled, on a terrace full of geraniums: pure happiness.
train - plain Loud music, cramped tables, a rude head waiter and a draught round the ankles all evening.
validation + plain The breakfast burrito here has ruled my weekends for a year.
train - plain The pasta was a lukewarm lump with a spoonful of sauce hiding in it somewhere.
train + plain Fast, cheerful and cheap, with a chilli sauce that makes your ears ring in the nicest way.
validation - plain The service charge was added twice, and getting it taken off again took longer than the meal.
validation + plain My mother, the toughest critic I know, asked for the recipe of the bean salad.
validation - plain Two of us were ill the next day, and the manager hung up when we called.
test + plain The sourdough pizza is blistered, chewy and absolutely fantastic.
train - plain A soggy base, rubbery cheese and a single sad olive; that was our pizza.
test + plain Beautifully presented food that tasted even better than it looked.
train - plain The waiter rolled his eyes when we asked for tap water and never came back.
validation + plain The owner remembered our anniversary from last year and sent over two glasses of plum brandy.
train - plain I found a hair in the rice, and the replacement came with one too.
train + negation Nothing on the menu costs more than ten euros, and nothing we tried was less than excellent.
train - negation Nothing about the evening justified the price, and I include the view.
train + negation We didn't have to wait, we didn't have to shout over music, and we didn't leave a crumb.
train - negation I don't expect miracles from a motorway cafe, but I do expect the eggs to be cooked.
train + negation Not bad at all: crisp samosas, a proper dal, and a mango drink I would cross town for.
train - negation Not good, not cheap, not even quick.
train + negation I have never had a poor meal here in fifteen years, and I come every Thursday.
train - negation I have never been made to feel so unwelcome while spending so much.
train + negation You won't find a better falafel in this city, and believe me, I've looked.
test - negation You can't taste the truffle, you can't taste the crab, and you can't help noticing the bill.
validation + negation There's no fuss, no foam and no tiny tweezers, just honest cooking of the highest standard.
test - negation Nobody had cleaned our table, nobody took our order for half an hour, and nobody apologised.
test + negation The kids didn't complain once, and the grown-ups couldn't stop smiling at the tiramisu.
train - negation We won't be going back, and neither will the eight colleagues I had the bad luck to invite.
train + negation I couldn't fault the lamb, the service or the playlist.
validation - negation It wasn't the spilt wine that annoyed us so much as the refusal to bring a cloth.
test + negation I didn't think a vegetarian sausage could make me this happy.
train - negation The promised gluten-free options don't exist, unless you count the lettuce.
train + negation Without doubt the finest ramen I've had in Europe.
validation - negation Without a single apology, they brought my main course after everyone else had finished their coffee.
validation + contrast It looks like a bus shelter from the outside, but the cooking is the best in the valley.
train - contrast The room is gorgeous, all candles and copper, but the food is a greasy, careless afterthought.
test + contrast Service was slow, there's no denying it, yet the duck was so good that we forgave everything.
train - contrast Lovely staff, and I felt for them, having to carry such dreadful plates to the table.
train + contrast Yes, you sit elbow to elbow and shout; you also eat like a king for twelve pounds.
train - contrast The starters raised our hopes, and then the mains came and buried them.
train + contrast I'm not usually one for tasting menus, but these nine courses flew by in a happy haze.
train - contrast We had loved this place for years, which makes the decline since the new owner took over all the sadder.
train + contrast The coffee is only so-so; come for the cinnamon buns, which are out of this world.
test - contrast The dessert was nice enough, but by then we had chewed through an hour of leather.
train + contrast A bit pricey for a weekday lunch, though worth every penny for those scallops.
train - contrast Great location right on the harbour, and they know it: tourist prices for frozen squid.
train + contrast They forgot my side dish, apologised at once, took it off the bill and brought it anyway, and it was superb.
validation - contrast Everybody raves about the burger, so perhaps I'm alone in getting a dry grey puck in a cold bun.
train + contrast The decor hasn't changed since the seventies and, happily, neither has the goulash.
test - contrast I wanted to support a local business, but I can't recommend food that comes out raw in the middle.
train + irony My diet sends its regards and would like a word with whoever invented that chocolate cake.
train - irony If you enjoy chewing, the calamari will keep you busy until breakfast.
train + irony Avoid this bakery at all costs, unless you have the self-control to buy fewer than six custard tarts, which I don't.
validation - irony The waiter was clearly protecting us from the food by not bringing it.
test + irony They ruined lasagne for me: mine at home now tastes of disappointment.
train - irony Five stars for the bread, which I could have used to fix the wobbling table.
validation + irony A terrible place to bring a date, since neither of you will look up from the plate.
train - irony What could be more romantic than a candle-lit dinner within arm's reach of the dishwasher?
train + irony I resent having to share a pudding that good with my own children.
train - irony Nice of them to serve the ice cream as a soup, it saved us the trouble of chewing.
train + irony The only crime here is that they close on Mondays.
test - irony I always wanted to know what the inside of a microwave tastes like.
test + comparison Better pho than I had in Hanoi, and I never thought I'd write that.
train - comparison The cheese sandwich that I bought at the petrol station afterwards was by far the better meal.
validation + comparison I've paid three times as much in famous places and enjoyed it half as well.
train - comparison Compared with its sister branch across the river, this one is a sad canteen.
train + comparison Of all the cafes on this street, theirs is the only one where the cakes taste of butter.
test - comparison My brother's instant noodles have more flavour, and he doesn't charge eighteen pounds for them.
train + comparison Their paella is as good as my Valencian aunt's, and may she never read this.
train - comparison Hospital food has more salt and arrives with a kinder word.
validation + understatement I don't think the plates needed washing after we had done with them.
validation - understatement The kitchen could perhaps be introduced to the idea of seasoning.
test + understatement We had planned to stay for one drink, and they had to stack the chairs around us.
train - understatement Let us say the mussels and I did not get along that night.
train + understatement I wouldn't throw that cheesecake out of bed.
train - understatement Hot would be a strong word for the temperature of the soup.
train + understatement It's a mere forty minutes' drive each way, and we've only been four times this month.
train - understatement As for the vegetables, the less said the better.
train + plain Amazing tacos, friendly people, and a little garden where the children could run around.
train - plain Awful service, tiny portions and an attitude so thick that you could spread it on toast.
train + plain The mushroom risotto was creamy, rich and cooked to the second.
test - plain The risotto was crunchy in places and glue in others.
train + plain Every dish came out hot, together, and exactly as ordered, which is rarer than it should be.
train - plain They brought the wrong order twice and then charged us for all three.
test + plain I had the sea bass with fennel and would happily have licked the plate.
train - plain Dry cake, bitter coffee, and flies circling the pastry counter.
train + plain The tasting plate of local cheeses was a delight, and so was the young man who explained it.
train - plain The salad was brown at the edges and swimming in sugary dressing.
train + plain This family-run trattoria is a gem, and the gnocchi are heavenly.
train - plain A dirty fork, a chipped cup and a shrug from the waitress ended any wish to return.
train + plain Our toddler was brought crayons, a small spoon and a plate of plain rice before we'd even asked.
test - plain We were rushed through three courses in fifty minutes and practically handed our coats.
test + plain The smoky brisket fell apart at a glance, and the slaw was fresh and sharp.
train - plain The chicken was pink near the bone, and that was enough for us.
train + plain Delicious vegan food that had my carnivore brother asking for seconds.
train - plain Tasteless tofu on a bed of tasteless grains, for the price of a decent steak.
train + plain A superb Sunday lunch with crackling that could be heard across the room.
test - plain The gravy had a skin on it and the peas were the colour of army socks.
train + plain The sommelier picked us a modest bottle that turned out to be the best thing I drank all year.
train - plain The cocktails were mostly ice, and the barman seemed to hate the people who drank them.
train + contrast The menu is short to the point of stubbornness, and every single thing on it is wonderful.
train - contrast The menu runs to fourteen pages, and on the evidence of five dishes they can't cook any of it.
train + negation There was hardly room to move, and we couldn't have cared less once the kebabs arrived.
train - negation I asked for medium and didn't get it, asked again and still didn't get it, then gave up and left hungry.
train + plain Warm welcome, warm bread, warm chocolate pudding: a perfect winter evening.
test - plain Rude host, bland curry, and a table that rocked like a boat.
train + contrast I came in grumpy, wet and late, and the onion soup put everything right.
train - contrast It's cheap, I'll grant them that, but I have had tastier cardboard.
train + plain They make their own ice cream, and the pistachio is the real thing, nutty and not too sweet.
train - plain The only fresh thing in the place was the coat of paint.
validation + negation No frozen chips here, no bottled sauces, just a cook who cares about potatoes.
train - negation The place had no heating, no apologies and no shame about charging us in full.
test + plain Great value set lunch: three courses, coffee, and not a tired ingredient among them.
train - plain Terrible value: nine euros for a bottle of water and four for the bread we never ordered.
train + comparison The kimchi stew beats the one in the guidebook place by a mile.
train - comparison Even my cooking is better than this, and my smoke alarm knows me by name.
train + plain The staff were patient with my awful Portuguese, and the custard tarts were straight from the oven.
train - plain The dish of the day tasted like the dish of last week.
test + contrast There's a queue most evenings and they don't take cards, but you'd queue in hail for that fried chicken.
train - contrast The view over the bay is spectacular, so look at it hard and try not to taste anything.
train + plain I celebrated my sixtieth here, and they couldn't have been kinder or the crab any sweeter.
train - plain My birthday dinner was spoiled by a cold main course and a waiter who argued about it.
train + plain Heavenly soup, and bread to match.
test + plain Best curry in town, hands down.
train + plain Fresh food, fast service and friendly faces, and all of it at a fair price.
train + plain Juicy burgers, crunchy chips, cold beer: bliss.
train + plain Somebody ought to put up a statue to the man who bakes that plum cake.
train + plain "Seconds?" asked the cook, and nobody said no.
train + plain The oysters were superb, the waiter charming and the evening golden.
train + negation Nothing was too salty, too slow or too dear.
train + negation No table free, and no wonder.
train + negation You can't beat their hummus, and the bakers next door have tried.
train + contrast You sit on plastic, eat off paper and wish that it would never end.
test + contrast Long wait, short menu, huge smiles all round.
test + contrast It's tiny and loud, and everybody leaves happy.
train + irony Somebody stop them, those waffles are a public danger.
test + irony "We'll just share one", and other lies told over their brownies.
train + comparison There's better ramen in this car park than anywhere in the capital.
train + comparison Better pancakes than grandma's, sorry, grandma.
train + understatement The plates came back rather clean.
test - plain I ordered the special on the waiter's advice, and what I got was a bowl of something brown, lukewarm and sour that ruined my evening.
train - plain My wife and I were ignored for half an hour at this place, and when our meal finally came, both the fish and the staff were frosty.
train - plain I had to ask three times for my change, twice for a clean glass and once for the fly in my wine to be taken away.
train - plain This was meant to be my mother's birthday treat: we got a wobbly table by the toilets, a burnt pie and a bill with extras on it.
train - plain I've tried this cafe with my kids, with my boss and on my own, and each time the food was cold and the welcome colder.
train - negation I don't ask for much with my lunch, but I won't pay this kind of money for a sandwich without a filling.
train - negation My soup wasn't hot, my steak wasn't cooked, and I wasn't at all amused to be told that this was how the chef likes it.
train - negation I couldn't eat this and I couldn't get anyone to take it away, so I covered it with my napkin and looked at the wall.
train - contrast I loved the lamps, the tiles and the singing barman, and I wish I could say one kind word about this kitchen and my dinner.
train - contrast I gave this place a second chance because of my neighbours, who swear by it, and I'm now having doubts about my neighbours.
train - contrast My starter was a dream, I admit, and with my hopes so high I was not ready for the horror that they call a fish pie.
train - irony I should have brought my toolbox, I thought, as I worked on this schnitzel with the bent knife that they had kindly lent me.
test - irony My dog would like to thank the chef in person, since I took this whole meal home with me and he was the first to enjoy it.
train - comparison I have had better sushi from a machine at my local station, and with this one I also had to put up with the waiter.
train - comparison I make this dish at home with my eyes half shut, and my worst attempt, the one with the smoke, was better than theirs.
test - understatement I asked my neighbour at the next table how he'd liked this dish, and he said that he was glad he still had his youth.
train - understatement I would describe my chop as well done, in the sense that I'm sure nobody could possibly have done any more to it.
validation - plain The grumpy woman at the door, the greasy menu and this endless wait told me all I needed to know, and I should have trusted my nose.
train + contrast We turned up without a booking on their busiest night with two tired toddlers and a wet dog, and instead of sighing they found us a corner, a high chair and a bone.
validation + plain The tasting menu took us from a single perfect radish to a chocolate tart that made my father, who has never in his life praised a pudding, put down his spoon and close his eyes.
train + comparison I've eaten my way round half of Italy with a notebook in my pocket, and I'd still put this little place behind the bus station among the best three meals of my life.
train - contrast The room is beautiful, the cutlery heavy and the napkins are folded into swans, and it is amazing how little any of it matters once you've tasted what they do to a duck.
train - plain After an hour and ten minutes we were brought the wrong pizzas, and when we pointed this out the manager told us, loudly, that we should be glad to get anything on a Saturday.
validation - comparison For what they charge here for a bowl of plain spaghetti you could fly to Naples, eat a far better one by the harbour, and have enough left over for a coffee.
train - plain Cold chips and even colder service.
train - plain Bland, pricey and slow, with a smell of bleach.
test - negation Never again, not even drunk, not even free.
test - contrast Good wine, and ghastly everything else.
test + plain My husband proposed to me at this table eleven years ago, and the gnocchi are still as good as they were on that evening.
train + negation I'm a fussy eater with a long list of things that I can't have, and not one of them caused the cook so much as a sigh.
train + contrast This corner of town is grim after dark and I nearly turned back, but the light in that window led us to the best stew of my life.
train + understatement I only mention it in passing, but my colleagues and I have held our last fourteen meetings at the table by their oven.
`;
